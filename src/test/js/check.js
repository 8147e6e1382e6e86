// Runs named checks one after the other; the process exits with 1 if a check fails.
export async function run(checks) {
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    try {
      const seen = await check();
      console.log(`ok    ${name}${seen ? `: ${seen}` : ''}`);
    } catch (error) {
      failed++;
      console.log(`error ${name}: ${error.stack}`);
    }
  }
  process.exit(failed > 0 ? 1 : 0);
}
