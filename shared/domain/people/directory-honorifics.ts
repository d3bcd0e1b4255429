import { foldText } from '../../lib/spanish'
import type { Gender } from '../bodies'

/** A form of address in short form for lists and long form for prose, in both genders. */
interface HonorificForms {
  readonly short: Readonly<Record<Gender, string>>
  readonly long: Readonly<Record<Gender, string>>
  /** Other spellings, folded and without dots or blanks, that do not tell the gender. */
  readonly also?: readonly string[]
}

/** Forms of address seen in Mexican public bodies; the first ones are in 000 and 001. */
const FORMS: readonly HonorificForms[] = [
  { short: { m: 'Lic.', f: 'Lic.' }, long: { m: 'licenciado', f: 'licenciada' } },
  { short: { m: 'Mtro.', f: 'Mtra.' }, long: { m: 'maestro', f: 'maestra' } },
  { short: { m: 'Ing.', f: 'Ing.' }, long: { m: 'ingeniero', f: 'ingeniera' } },
  { short: { m: 'Dr.', f: 'Dra.' }, long: { m: 'doctor', f: 'doctora' } },
  { short: { m: 'C.P.', f: 'C.P.' }, long: { m: 'contador público', f: 'contadora pública' } },
  { short: { m: 'Arq.', f: 'Arq.' }, long: { m: 'arquitecto', f: 'arquitecta' } },
  { short: { m: 'C.', f: 'C.' }, long: { m: 'ciudadano', f: 'ciudadana' } },
  { short: { m: 'Prof.', f: 'Profra.' }, long: { m: 'profesor', f: 'profesora' } },
  { short: { m: 'Abg.', f: 'Abg.' }, long: { m: 'abogado', f: 'abogada' }, also: ['abog'] },
  { short: { m: 'Act.', f: 'Act.' }, long: { m: 'actuario', f: 'actuaria' } },
  { short: { m: 'Biól.', f: 'Biól.' }, long: { m: 'biólogo', f: 'bióloga' } },
  { short: { m: 'Psic.', f: 'Psic.' }, long: { m: 'psicólogo', f: 'psicóloga' }, also: ['psi'] },
  { short: { m: 'M. en C.', f: 'M. en C.' }, long: { m: 'maestro en ciencias', f: 'maestra en ciencias' } },
  { short: { m: 'Sr.', f: 'Sra.' }, long: { m: 'señor', f: 'señora' } },
]

function keyOf(text: string): string {
  return foldText(text).replace(/[^a-z]/g, '')
}

/** A form of address recognised in what was typed; `gender` null when the form serves both. */
export interface HonorificMatch {
  readonly gender: Gender | null
  readonly short: Readonly<Record<Gender, string>>
  readonly long: Readonly<Record<Gender, string>>
}

/** Finds a form of address by its short or long form, with or without dots; null when unknown. */
export function findHonorific(typed: string): HonorificMatch | null {
  const key = keyOf(typed)
  if (key === '') return null
  for (const form of FORMS) {
    const keys = (gender: Gender) => [keyOf(form.short[gender]), keyOf(form.long[gender])]
    const masculine = keys('m').includes(key)
    const feminine = keys('f').includes(key)
    if (masculine || feminine || form.also?.includes(key)) {
      const gender = masculine === feminine ? null : masculine ? 'm' : 'f'
      return { gender, short: form.short, long: form.long }
    }
  }
  return null
}

/** The long form of a short one, agreeing in gender: "Mtra." → "maestra"; empty when unknown. */
export function longHonorific(short: string, gender: Gender): string {
  return findHonorific(short)?.long[gender] ?? ''
}

/** Short forms offered while typing, each once. */
export function honorificChoices(): readonly string[] {
  return [...new Set(FORMS.flatMap(({ short }) => [short.m, short.f]))]
}

/** Splits "Lic. Cecilia Azuara Arai" into form of address and name; no form: empty honorific. */
export function splitHonorific(name: string): { readonly honorific: string; readonly name: string } {
  const dotted = /^((?:\p{L}{1,6}\.\s?)+(?:en\s\p{L}\.\s?)?)\s*(\S.*)$/u.exec(name)
  const honorific = dotted?.[1]?.trim() ?? ''
  return findHonorific(honorific) ? { honorific, name: dotted?.[2] ?? '' } : { honorific: '', name }
}
