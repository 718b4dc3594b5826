// Runs the audits of "GraphQL over HTTP" against a running server: npm run audit -- http://localhost:8080/graphql
import { serverAudits } from "graphql-http";

const url = process.argv[2] ?? "http://localhost:8080/graphql";
const counts = { ok: 0, notice: 0, warn: 0, error: 0 };

for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const result = await audit.fn();
  counts[result.status]++;
  if (result.status !== "ok") {
    console.log(`${result.status} ${audit.id} ${audit.name}: ${result.reason}`);
  }
}
console.log(JSON.stringify(counts));
process.exitCode = counts.error > 0 ? 1 : 0;
