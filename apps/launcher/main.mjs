/** Runs a program of the launcher: what it throws is told in its own words; only a fault of ours shows its stack. */
export async function main(program) {
  try {
    process.exit(await program());
  } catch (error) {
    console.error(error.constructor === Error ? `\n${error.message}` : error);
    process.exit(1);
  }
}
