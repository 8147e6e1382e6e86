// Runs the audits of the GraphQL-over-HTTP specification. All must pass, including those of SHOULD and MAY.
import { serverAudits } from 'graphql-http';

const audits = serverAudits({ url: process.argv[2] });
let failed = 0;
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status === 'ok') {
    console.log(`ok    ${audit.id} ${audit.name}`);
  } else {
    failed++;
    console.log(`${result.status.padEnd(5)} ${audit.id} ${audit.name}: ${result.reason}`);
  }
}
console.log(`${audits.length - failed} of ${audits.length} audits pass`);
process.exit(failed > 0 || audits.length !== 61 ? 1 : 0);
