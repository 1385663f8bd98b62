/** How a scan makes itself known besides the screen. Kept in this browser. */
export type Signal = 'sound' | 'vibration';

const key = (signal: Signal): string => `kull-door-${signal}-off`;

export const isSignalOn = (signal: Signal): boolean => localStorage.getItem(key(signal)) === null;

export const switchSignal = (signal: Signal, on: boolean): void => {
  if (on) localStorage.removeItem(key(signal));
  else localStorage.setItem(key(signal), '1');
};

let audio: AudioContext | undefined;

const beep = (hertz: number): void => {
  audio ??= new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  volume.gain.value = 0.1;
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.12);
};

/** High for who is let in, low and twice as long for who is not. */
export const signal = (isGood: boolean): void => {
  if (isSignalOn('sound')) beep(isGood ? 1_200 : 300);
  if (isSignalOn('vibration')) navigator.vibrate?.(isGood ? 60 : [120, 60, 120]);
};
