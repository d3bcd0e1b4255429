import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fingerprintOf, PACKET_PATHS, packetInfo, pemOf, readmeText } from '../../../shared/packet'
import { bagOf } from '../../helpers/bag'
import { viewOf } from '../../helpers/packet-view'
import { tempFolder } from '../../helpers/temp-folder'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const spki = publicKey.export({ type: 'spki', format: 'der' })
const fingerprint = fingerprintOf(spki)

/** Runs a command in a folder and gives what it prints; throws when it fails. */
function run(folder: string, command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd: folder, encoding: 'utf8' })
}

/** A signed bag, written to a folder of its own. */
async function writtenBag(): Promise<string> {
  const folder = await tempFolder()
  const view = viewOf('members')
  const facts = {
    title: 'Segunda sesión',
    bodyName: view.body.name,
    audience: 'members',
    version: 1,
  } as const
  const bag = bagOf(
    {
      'index.html': '<!doctype html><title>Sesión</title>',
      'LEAME.txt': readmeText({ ...facts, encrypted: false, fingerprint }),
      'data/documentos/01-convocatoria.pdf': Uint8Array.from({ length: 5000 }, (_, n) => n % 251),
      'data/anexos/punto-04/01-informe.pdf': 'año',
      'data/datos/sesion.json': '{}',
    },
    packetInfo(view, 'Quórum 0.1.0'),
  )
  const signed = bag.get(PACKET_PATHS.tagManifestSha512) ?? new Uint8Array()
  const files = new Map([
    ...bag,
    [PACKET_PATHS.signature, sign(null, signed, privateKey)],
    [PACKET_PATHS.publicKey, Buffer.from(pemOf(spki))],
  ])
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return folder
}

describe('a bag in a folder, with the tools that LEAME.txt names', () => {
  it.each(['sha256', 'sha512'])('passes %ssum -c on both manifests', async (algorithm) => {
    const folder = await writtenBag()
    for (const [name, count] of [
      ['manifest', 3],
      ['tagmanifest', 6],
    ] as const) {
      const out = run(folder, `${algorithm}sum`, '--strict', '-c', `${name}-${algorithm}.txt`)
      expect(out.trim().split('\n')).toHaveLength(count)
      expect(out).not.toContain('FAILED')
    }
  })

  it('is told apart by them when a file was changed', async () => {
    const folder = await writtenBag()
    const path = join(folder, 'data/datos/sesion.json')
    writeFileSync(path, '{ }')
    expect(() => run(folder, 'sha256sum', '--status', '-c', PACKET_PATHS.manifestSha256)).toThrow()
  })

  it('is verified by openssl with the key that comes along', async () => {
    const folder = await writtenBag()
    const out = run(
      folder,
      'openssl',
      ...['pkeyutl', '-verify', '-pubin', '-inkey', PACKET_PATHS.publicKey, '-rawin'],
      ...['-in', PACKET_PATHS.tagManifestSha512, '-sigfile', PACKET_PATHS.signature],
    )
    expect(out).toContain('Signature Verified Successfully')
  })

  it('shows its fingerprint by openssl and sha256sum', async () => {
    const folder = await writtenBag()
    const out = run(
      folder,
      'sh',
      '-c',
      `openssl pkey -pubin -in ${PACKET_PATHS.publicKey} -outform DER | sha256sum`,
    )
    expect(out.slice(0, 32).toUpperCase()).toBe(fingerprint.replaceAll(' ', ''))
  })
})
