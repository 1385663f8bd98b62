// Stands for the command line: says what it was given, and ends as it is told.
const { KULL_URL = null, KULL_TOKEN = '', KULL_DATABASE_URL = null } = process.env;
console.log(
  `cli ${process.argv.slice(2).join(' ')}: ${JSON.stringify({ KULL_URL, KULL_DATABASE_URL })}, ${KULL_TOKEN.length}`,
);
process.exit(Number(process.env.KULL_STUB_EXIT ?? 0));
