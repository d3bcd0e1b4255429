import type { ManifestLineFault } from './manifest'
import type { BagNotice, BagProblem } from './problem'

const FAULTS: Readonly<Record<ManifestLineFault, string>> = {
  form: 'no es una suma seguida de una ruta',
  'checksum-length': 'la suma no tiene el largo que corresponde',
  percent: 'hay un «%» que no codifica un salto de línea ni otro «%»',
  'md5sum-form': 'está escrita como la escribe md5sum («*» o «\\»), que la norma no admite',
  'unsafe-path': 'la ruta saldría de la carpeta del expediente',
  'outside-payload': 'la ruta no está dentro de «data»',
  'inside-payload': 'un manifiesto de etiquetas no lleva archivos de «data»',
  'lists-tag-manifest': 'un manifiesto de etiquetas no lleva otros manifiestos de etiquetas',
}

type Texts = { readonly [K in BagProblem['kind']]: (problem: Extract<BagProblem, { kind: K }>) => string }

const TEXTS: Texts = {
  'missing-file': ({ path }) => `Falta ${path}.`,
  'no-payload': () => 'No hay ningún archivo en la carpeta «data».',
  'no-payload-manifest': () => 'Falta la lista de los archivos con sus sumas (manifest-….txt).',
  'bad-declaration': () => 'bagit.txt no dice lo que debe decir.',
  version: ({ found }) => `La bolsa es de la versión ${found} de BagIt y solo se aceptan las de la 1.0.`,
  encoding: ({ found }) => `Las etiquetas están codificadas en ${found} y solo se acepta UTF-8.`,
  'not-utf8': ({ path }) => `${path} no está en UTF-8.`,
  'byte-order-mark': ({ path }) => `${path} empieza con una marca de orden de bytes, que la norma no admite.`,
  'bad-line': ({ path, line, fault }) => `${path}, línea ${line}: ${FAULTS[fault]}.`,
  'listed-twice': ({ manifest, path }) => `${manifest} lista dos veces ${path}.`,
  'listed-missing': ({ manifest, path }) => `${manifest} lista ${path}, que no está.`,
  'payload-unlisted': ({ manifest, path }) => `${path} está y no figura en ${manifest}.`,
  'manifest-unlisted': ({ manifest, path }) => `${manifest} no lista ${path}.`,
  'twin-paths': ({ path, other }) => `${path} y ${other} son el mismo nombre escrito de dos formas.`,
  fetch: () => 'Pide descargar archivos de la red (fetch.txt), y no se descarga nada.',
  'bad-info-line': ({ line }) => `bag-info.txt, línea ${line}: no es una etiqueta con su valor.`,
  'oxum-repeated': () => 'bag-info.txt dice más de una vez cuántos bytes y archivos hay.',
  'oxum-form': ({ found }) => `bag-info.txt dice «${found}» donde van los bytes y los archivos que hay.`,
  'oxum-differs': ({ found, counted }) =>
    `bag-info.txt dice que hay ${found} (bytes.archivos) y son ${counted}.`,
  'tag-unlisted': ({ path }) => `${path} no figura en los manifiestos: nada responde por él.`,
  'wrong-digest': ({ manifest, path }) => `${path} no es el que dice ${manifest}: se alteró o se dañó.`,
  'unknown-algorithm': ({ manifest }) => `${manifest} usa una suma que aquí no se puede comprobar.`,
}

/** What is wrong with a bag, in a sentence. */
export function bagProblemText(problem: BagProblem): string {
  const text = TEXTS[problem.kind] as (problem: BagProblem) => string
  return text(problem)
}

/** What the standard recommends otherwise, in a sentence. */
export function bagNoticeText(notice: BagNotice): string {
  switch (notice.kind) {
    case 'case-twins':
      return `${notice.path} y ${notice.other} solo se distinguen por mayúsculas.`
    case 'tag-unlisted':
      return `${notice.path} no figura en los manifiestos de etiquetas.`
    case 'tag-manifests-differ':
      return 'Los manifiestos de etiquetas no listan lo mismo.'
    case 'no-tag-manifest':
      return 'No hay manifiesto de etiquetas.'
  }
}
