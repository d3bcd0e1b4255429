import { nodeFileSystem } from '../../electron/services/file-system'
import { Journal } from '../../electron/services/journal'
import { sampleChangeSet } from './sample-journal'

/** Appends without end and prints each acknowledged number; runs as a process that a test kills. */
async function main(folder: string, from: number): Promise<void> {
  const journal = new Journal({
    fs: nodeFileSystem,
    folder,
    now: () => new Date().toISOString(),
    schema: 1,
    neededBytes: 0,
  })
  for (let number = from; ; number += 1) {
    const ack = await journal.append(sampleChangeSet(number))
    if (!ack.ok) throw new Error(ack.error.code)
    process.stdout.write(`${ack.value.seq} ${ack.value.hash}\n`)
  }
}

await main(process.argv[2] ?? '', Number(process.argv[3]))
