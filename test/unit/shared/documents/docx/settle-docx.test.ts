import { describe, expect, it } from 'vitest'
import { renderDocx } from '../../../../../shared/documents/docx'
import { settleDocx } from '../../../../../shared/documents/docx/settle-docx'
import { instantSchema } from '../../../../../shared/lib/iso-date'
import { minutaOf } from '../../../../helpers/minuta'
import { prepared } from '../../../../helpers/minuta-committee'
import { readZip } from '../../../../helpers/read-zip'

const at = instantSchema.parse('2017-11-15T18:00:00.000Z')

describe('a DOCX without a clock', () => {
  it('is the same bytes whenever it is drawn, and the same document', async () => {
    const { tree } = minutaOf(prepared())
    const drawn = await renderDocx(tree)
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const later = await renderDocx(tree)
    const settled = settleDocx(drawn, at)
    expect(settled).toEqual(settleDocx(later, at))
    const [before, after] = [readZip(drawn), readZip(settled)]
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    expect(after.get('word/document.xml')).toBe(before.get('word/document.xml'))
    expect(after.get('docProps/core.xml')).toContain(at)
    expect(after.get('docProps/core.xml')).not.toContain(new Date().getFullYear().toString())
  })
})
