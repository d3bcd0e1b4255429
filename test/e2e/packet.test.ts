import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { Decrypter } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { bagProblems } from '../helpers/rfc8493'
import { expectAccessible, goTo, openApp, openExample } from './app'

let launched: LaunchedApp
let session: string
let folder: string

/** Unpacks an archive into a folder of its own, as a receiver would; gives the folder of the bag. */
async function unpack(bytes: Uint8Array, name: string): Promise<string> {
  const target = join(folder, `abierto-${name}`)
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries()
  for (const entry of entries) {
    if (entry.directory || !entry.getData) continue
    const file = join(target, entry.filename)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, await entry.getData(new Uint8ArrayWriter()))
  }
  const [bag = ''] = await readdir(target)
  return join(target, bag)
}

/** Fails unless the standard tools, and a check written from the RFC alone, find the bag right. */
async function expectSound(bag: string): Promise<void> {
  expect(await bagProblems(bag)).toEqual([])
  for (const [tool, manifest] of [
    ['sha256sum', 'manifest-sha256.txt'],
    ['sha512sum', 'manifest-sha512.txt'],
    ['sha256sum', 'tagmanifest-sha256.txt'],
    ['sha512sum', 'tagmanifest-sha512.txt'],
  ] as const) {
    const told = execFileSync(tool, ['--strict', '-c', manifest], { cwd: bag, encoding: 'utf8' })
    expect(
      told
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': OK')),
      told,
    ).toBe(true)
  }
}

async function textOf(bag: string, path: string): Promise<string> {
  return readFile(join(bag, path), 'utf8')
}

/** Presses the button and waits for the file that the screen says was written. */
async function make(version: number): Promise<Uint8Array> {
  const { page } = launched
  await page.getByRole('button', { name: 'Hacer expediente' }).click()
  const done = page.getByRole('status').filter({ hasText: `Versión ${version} lista` })
  await done.waitFor({ timeout: 120_000 })
  const path = await done.locator('dd').first().innerText()
  return readFile(path)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-expediente-'))
  launched = await openApp()
  session = await openExample(launched.page)
  await launched.app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = async (...args: readonly unknown[]) => {
      const proposed = String(Reflect.get(Object(args.at(-1)), 'defaultPath'))
      return { canceled: false, filePath: `${target}/${proposed.split(/[\\/]/).at(-1)}` }
    }
  }, folder)
  await goTo(launched.page, `${session}/expediente`)
  await launched.page.getByRole('button', { name: 'Hacer expediente' }).waitFor()
})

afterAll(async () => {
  await launched.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the packet of a session', () => {
  it('for its members is a sound bag with everything, and the versions are kept', async () => {
    await expectAccessible(launched)
    const bag = await unpack(await make(1), 'integrantes')
    await expectSound(bag)
    const reader = await textOf(bag, 'index.html')
    expect(reader).toContain('Segunda sesión ordinaria')
    expect(reader).not.toContain('Qué cambió desde la versión')
    for (const path of [
      'LEAME.txt',
      'firma/clave-publica.pem',
      'data/documentos/03-minuta.docx',
      'data/documentos/03-minuta.pdf',
      'data/expediente.pdf',
      'data/datos/sesion.json',
      'data/datos/votaciones.json',
      'data/registros/registros.jsonl',
    ]) {
      expect(existsSync(join(bag, path)), path).toBe(true)
    }
    const versions = launched.page.getByRole('complementary', { name: 'Versiones del expediente' })
    await versions.getByText('Versión 1 · Integrantes').waitFor()
    await expectAccessible(launched)
  })

  it('for the public has neither rows nor initials, and shows totals', async () => {
    const { page } = launched
    await page.getByRole('radio', { name: /^Público/ }).check()
    await page.getByRole('radio', { name: 'Solo totales' }).waitFor()
    const bag = await unpack(await make(1), 'publico')
    await expectSound(bag)
    expect(existsSync(join(bag, 'data/registros'))).toBe(false)
    expect(await textOf(bag, 'bag-info.txt')).toContain('Quorum-Audience: public')
    expect(existsSync(join(bag, 'data/datos/tablas/votos.csv'))).toBe(false)
    await expectAccessible(launched)
  })

  it('with a passphrase is opened by that one alone, and its second version tells what changed', async () => {
    const { page } = launched
    await page.getByRole('radio', { name: /^Integrantes/ }).check()
    await page.getByLabel('Contraseña (opcional)').fill('cuatro palabras sueltas aquí')
    await page.getByLabel('Repita la contraseña').fill('cuatro palabras')
    await page.getByText('Las dos contraseñas no son iguales.').waitFor()
    expect(await page.getByRole('button', { name: 'Hacer expediente' }).isDisabled()).toBe(true)
    await page.getByLabel('Repita la contraseña').fill('cuatro palabras sueltas aquí')
    const sealed = await make(2)
    expect(Buffer.from(sealed.subarray(0, 21)).toString()).toBe('age-encryption.org/v1')
    const opening = (passphrase: string) => {
      const decrypter = new Decrypter()
      decrypter.addPassphrase(passphrase)
      return decrypter.decrypt(sealed)
    }
    await expect(opening('otra')).rejects.toThrow()
    const bag = await unpack(await opening('cuatro palabras sueltas aquí'), 'cifrado')
    await expectSound(bag)
    expect(await textOf(bag, 'index.html')).toContain('versión 1')
    await writeFile(join(folder, 'leame.txt'), await textOf(bag, 'LEAME.txt'))
  })

  it('of the whole body is made in Ajustes', async () => {
    const { page } = launched
    await goTo(page, '/ajustes')
    await page.getByRole('button', { name: 'Hacer respaldo completo' }).click()
    const done = page.getByRole('status').filter({ hasText: 'Versión 1 lista' })
    await done.waitFor({ timeout: 120_000 })
    const bag = await unpack(await readFile(await done.locator('dd').first().innerText()), 'respaldo')
    await expectSound(bag)
    expect(existsSync(join(bag, 'data/registros/registros.jsonl'))).toBe(true)
    await expectAccessible(launched)
  })
})
