// One line a check: "ok <client> <what>" or "failed <client> <what>: <why>". A failed one lets the process end with 1.
export async function check(what, body) {
  try {
    await body();
    console.log(`ok ${what}`);
  } catch (problem) {
    process.exitCode = 1;
    console.log(`failed ${what}: ${problem?.message ?? problem}`);
  }
}
