import { PAGE } from '../page'

/** Millimetres in twips (1/20 of a point), the unit of DOCX. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}

/** Width between the margins, in twips. */
export const TEXT_WIDTH = twips(PAGE.width - PAGE.marginStart - PAGE.marginEnd)

/**
 * Text that XML can hold: no control characters but none is needed, no halves of a surrogate pair, no
 * noncharacters. Spaces stay as they are.
 */
export function xmlText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/gu, ' ')
}
