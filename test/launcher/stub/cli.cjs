// Stands for the command line: says what it was given.
const { KULL_URL, KULL_TOKEN } = process.env;
console.log(`cli ${process.argv.slice(2).join(' ')} at ${KULL_URL}, token of ${KULL_TOKEN.length} signs`);
