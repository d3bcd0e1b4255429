import { describe, expect, it } from 'vitest'
import { holdFolder } from '../../../electron/services/folder-hold'
import { required } from '../../../shared/lib/assert'

const FOLDER = `/datos/${process.pid}/Quórum`

describe.runIf(process.platform === 'linux' || process.platform === 'win32')('a data folder', () => {
  it('is held by one process, which is told of the next, and is free again when it is let go', async () => {
    let asked = 0
    const first = await holdFolder(FOLDER, () => {
      asked += 1
    })
    expect(first).not.toBeNull()
    expect(await holdFolder(FOLDER, () => undefined)).toBeNull()
    expect(asked).toBe(1)
    const other = await holdFolder(`${FOLDER} 2`, () => undefined)
    expect(other).not.toBeNull()
    await other?.release()
    await required(first, 'hold').release()
    const again = await holdFolder(FOLDER, () => undefined)
    expect(again).not.toBeNull()
    await again?.release()
  })

  it('of many asked for at once is held by one', async () => {
    const holds = await Promise.all(
      Array.from({ length: 20 }, () => holdFolder(`${FOLDER} 3`, () => undefined)),
    )
    const held = holds.filter((hold) => hold !== null)
    expect(held).toHaveLength(1)
    await held[0]?.release()
  })
})

describe('a data folder on a system without such names', () => {
  it('is left to the lock of the browser', async () => {
    expect(await holdFolder(FOLDER, () => undefined, 'darwin')).not.toBeNull()
    expect(await holdFolder(FOLDER, () => undefined, 'darwin')).not.toBeNull()
  })
})
