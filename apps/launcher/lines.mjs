/** Messages over a socket: one JSON value per line. */
export const writeLine = (socket, message) => socket.writable && socket.write(`${JSON.stringify(message)}\n`);

export function readLines(socket, receive) {
  let rest = '';
  socket.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) receive(JSON.parse(line));
  });
}
