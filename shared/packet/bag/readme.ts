import type { Audience } from '../../domain/packets'
import { PACKET_PATHS } from '../layout'

/** What LEAME.txt says of the packet it is in. */
export interface ReadmeFacts {
  /** "Segunda sesión ordinaria 2017", or the name of the body in a backup. */
  readonly title: string
  readonly bodyName: string
  readonly audience: Audience
  readonly version: number
  readonly encrypted: boolean
  /** Fingerprint of the key that signs; null when it is unsigned. */
  readonly fingerprint: string | null
}

const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  public: 'Expediente público.',
  members: 'Expediente para integrantes. No lo publique.',
  backup: 'Respaldo completo del órgano. Contiene datos internos: no lo comparta.',
}

function signatureLines({ fingerprint }: ReadmeFacts): readonly string[] {
  if (fingerprint === null) {
    return [
      '3. ¿QUIÉN LO HIZO?',
      '',
      'Este expediente no está firmado. Las sumas dicen que está completo y sin',
      'daños; no dicen quién lo hizo.',
    ]
  }
  return [
    '3. ¿QUIÉN LO HIZO? (firma)',
    '',
    'Está firmado con la clave que tiene esta huella:',
    '',
    `    ${fingerprint}`,
    '',
    'La huella identifica a quien firma, como un sello. Pídala por teléfono a la',
    'Secretaría Técnica y compárela, grupo por grupo, con la que muestran las dos',
    'órdenes siguientes. No se fíe de la que está escrita aquí: quien cambiara el',
    'expediente también cambiaría este texto.',
    '',
    `    openssl pkey -pubin -in ${PACKET_PATHS.publicKey} -outform DER | sha256sum`,
    '',
    '(se comparan los primeros 32 caracteres; mayúsculas y minúsculas dan igual)',
    '',
    `    openssl pkeyutl -verify -pubin -inkey ${PACKET_PATHS.publicKey} \\`,
    `      -rawin -in ${PACKET_PATHS.tagManifestSha512} \\`,
    `      -sigfile ${PACKET_PATHS.signature}`,
    '',
    '(debe responder: Signature Verified Successfully)',
  ]
}

function encryptionLines({ encrypted }: ReadmeFacts): readonly string[] {
  if (!encrypted) return []
  return [
    '',
    '4. CIFRADO',
    '',
    'Se envió cifrado con una contraseña. Para descifrarlo sin Quórum:',
    '',
    '    age -d -o expediente.zip expediente.zip.age',
    '',
    'Este archivo ya está descifrado: guárdelo donde solo usted lo lea.',
  ]
}

/**
 * LEAME.txt: what the packet is, how to open it, and how to check it with standard tools, on one page.
 * Lines end as Windows ends them, because that is where somebody opens it with the simplest editor.
 */
export function readmeText(facts: ReadmeFacts): string {
  const lines = [
    facts.title.toLocaleUpperCase('es-MX'),
    facts.bodyName,
    `Versión ${facts.version}. ${AUDIENCE_WORDS[facts.audience]}`,
    '',
    '1. PARA LEERLO',
    '',
    'Extraiga todo el archivo ZIP en una carpeta y abra index.html con cualquier',
    'navegador. No hace falta Internet ni instalar nada. Los documentos y los anexos',
    'están en la carpeta «data»; data/datos/ tiene lo mismo para hojas de cálculo,',
    'calendarios y programas.',
    '',
    '2. PARA COMPROBAR QUE ESTÁ COMPLETO Y SIN CAMBIOS',
    '',
    'Es una bolsa BagIt 1.0 (RFC 8493): cualquier validador de BagIt la revisa.',
    'También lo hacen las órdenes siguientes, dadas dentro de esta carpeta:',
    '',
    `    sha256sum -c ${PACKET_PATHS.manifestSha256}`,
    `    sha256sum -c ${PACKET_PATHS.tagManifestSha256}`,
    `    sha512sum -c ${PACKET_PATHS.manifestSha512}`,
    `    sha512sum -c ${PACKET_PATHS.tagManifestSha512}`,
    '',
    'En Windows, la suma de un archivo suelto se ve así, y se compara con la de la',
    'lista:',
    '',
    '    certutil -hashfile data\\expediente.pdf SHA256',
    '',
    ...signatureLines(facts),
    ...encryptionLines(facts),
    '',
  ]
  return lines.join('\r\n')
}
