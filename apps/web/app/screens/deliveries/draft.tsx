const Screen = () => null;
export default Screen;
