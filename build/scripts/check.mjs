import { checks } from './lib/stages.mjs'

/** Everything that can be judged without running the app, at the same time; all problems are shown. */
const results = await Promise.all(checks.map(async ({ title, run }) => ({ title, ...(await run()) })))
for (const { title, passed, output } of results) {
  console.log(`${passed ? '✔' : '✘'} ${title}`)
  if (output !== '') console.log(output.replaceAll(/^/gm, '    '))
}
if (results.some(({ passed }) => !passed)) process.exitCode = 1
