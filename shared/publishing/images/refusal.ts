import type { PixelSize } from './image-size'

/** Heaviest image accepted, in bytes: 100 MB, so that the largest photographs of a camera still go in. */
export const MAX_IMAGE_BYTES = 100_000_000

/** Most pixels accepted: 120 million, what a decoder can hold without starving the computer. */
export const MAX_IMAGE_PIXELS = 120_000_000

/** Why a file is not taken as an image. */
export type ImageRefusal =
  | { readonly code: 'svg'; readonly hasScript: boolean }
  | { readonly code: 'heic' | 'tiff' | 'bmp' | 'pdf' | 'not-an-image' | 'damaged' | 'empty' | 'unreadable' }
  | { readonly code: 'too-heavy'; readonly bytes: number }
  | ({ readonly code: 'too-many-pixels' } & PixelSize)
  | { readonly code: 'too-slow' }

const CONVERT = 'Expórtela como PNG o JPEG y agréguela de nuevo.'

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000).toLocaleString('es-MX')} MB`
}

function svgText(hasScript: boolean): string {
  const why = hasScript
    ? 'es un dibujo SVG que lleva un programa dentro, y eso puede dañar a quien lo abra'
    : 'es un dibujo SVG, que las redes no aceptan y que puede llevar programas dentro'
  return `${why}. ${CONVERT}`
}

function reason(refusal: ImageRefusal): string {
  switch (refusal.code) {
    case 'svg':
      return svgText(refusal.hasScript)
    case 'heic':
      return `es una fotografía HEIC o AVIF, que los canales no aceptan. ${CONVERT}`
    case 'tiff':
      return `es una imagen TIFF, que los canales no aceptan. ${CONVERT}`
    case 'bmp':
      return `es un mapa de bits BMP, que los canales no aceptan. ${CONVERT}`
    case 'pdf':
      return 'es un documento PDF, no una imagen. Exporte la página como PNG o adjúntelo como evidencia.'
    case 'not-an-image':
      return 'no es una imagen, aunque su nombre lo diga. Ábrala en su programa y guárdela como PNG o JPEG.'
    case 'damaged':
      return 'está dañada o incompleta: no se puede mostrar. Pida otra copia del original.'
    case 'empty':
      return 'está vacía. Pida otra copia del original.'
    case 'unreadable':
      return 'no se pudo leer. Revise que el archivo siga ahí y que tenga permiso de abrirlo.'
    case 'too-heavy':
      return `pesa ${megabytes(refusal.bytes)} y el máximo es ${megabytes(MAX_IMAGE_BYTES)}. Redúzcala y agréguela de nuevo.`
    case 'too-many-pixels':
      return `mide ${refusal.width.toLocaleString('es-MX')} × ${refusal.height.toLocaleString('es-MX')} píxeles, más de ${(MAX_IMAGE_PIXELS / 1_000_000).toLocaleString('es-MX')} millones. Redúzcala y agréguela de nuevo.`
    case 'too-slow':
      return 'tardó demasiado en revisarse. Redúzcala y agréguela de nuevo.'
  }
}

/** Why a file was not taken as an image and what to do, in Spanish, with the name of the file. */
export function imageRefusalText(name: string, refusal: ImageRefusal): string {
  return `«${name}» ${reason(refusal)}`
}

/** Whether the text of an SVG would run something: a script, an event handler or an address that is a program. */
export function hasScript(svg: string): boolean {
  return /<script|<foreignObject|\son[a-z]+\s*=|javascript:/i.test(svg)
}
