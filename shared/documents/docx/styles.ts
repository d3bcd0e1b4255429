import { AlignmentType, type IPropertiesOptions, LevelFormat } from 'docx'
import { twips } from './measures'

/** Arial: Word has it everywhere, LibreOffice puts a font of the same widths in its place. */
const FONT = 'Arial'
const BLACK = '000000'

/** Names of the numberings, one for numbered lists and one for bullets. */
export const NUMBERED = 'numbered'
/** Name of the numbering of bulleted lists. */
export const BULLETED = 'bulleted'

/** Body text 11 points, as the other renderers. Real heading styles, so that Word shows the outline. */
export const STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: FONT, size: 22, color: BLACK, language: { value: 'es-MX' } },
      paragraph: { spacing: { line: 300, after: 160 } },
    },
    heading1: {
      run: { font: FONT, size: 26, bold: true, color: BLACK },
      paragraph: { spacing: { before: 40, after: 0 }, alignment: AlignmentType.CENTER, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 24, bold: true, color: BLACK },
      paragraph: { spacing: { before: 400, after: 160 }, keepNext: true, keepLines: true },
    },
    heading3: {
      run: { font: FONT, size: 22, bold: true, color: BLACK },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true, keepLines: true },
    },
  },
}

const HANGING = { left: twips(9), hanging: twips(6) }

/** Numbered and bulleted lists with a hanging indent. */
export const NUMBERING: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: NUMBERED,
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: { paragraph: { indent: HANGING } } },
      ],
    },
    {
      reference: BULLETED,
      levels: [
        { level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent: HANGING } } },
      ],
    },
  ],
}
