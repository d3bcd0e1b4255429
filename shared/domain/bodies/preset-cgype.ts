import type { Effects } from '../../lib/effects'
import { type Seat, type SeatRole, seatSchema, sitsAsMember } from '../people'
import { type Body, bodySchema } from './body'
import { DEFAULT_RULES } from './rules'

/** A body together with its seats, as a first start stores them in one change set. */
export interface BodyWithSeats {
  readonly body: Body
  readonly seats: readonly Seat[]
}

/** One seat of the preset: name, acronym, role. Whoever sits as a member votes and signs (domain V1). */
type PresetSeat = readonly [name: string, acronym: string, role: SeatRole]

/**
 * The twelve áreas called in November 2017 (000), in the order of its attendance list. The first seven
 * sign both 000 and 001 and are taken to be the voting seats (V1); the Gestoría de Contenidos (V2) and
 * the other áreas (V3) have voice only. SE, PCG, DS, DECEyEC, GC, DEA and DESPEN are customary acronyms
 * that the minutas do not print. Every value can be edited in the directory.
 */
const SEATS: readonly PresetSeat[] = [
  ['Secretaría Ejecutiva', 'SE', 'presidency'],
  ['Unidad Técnica de Transparencia y Protección de Datos Personales', 'UTTyPDP', 'technical-secretariat'],
  ['Presidencia del Consejo General', 'PCG', 'member'],
  ['Coordinación Nacional de Comunicación Social', 'CNCS', 'member'],
  ['Unidad Técnica de Servicios de Informática', 'UNICOM', 'member'],
  ['Dirección del Secretariado', 'DS', 'member'],
  ['Dirección Ejecutiva de Capacitación Electoral y Educación Cívica', 'DECEyEC', 'member'],
  ['Gestoría de Contenidos', 'GC', 'content-manager'],
  ['Unidad Técnica de Vinculación con los Organismos Públicos Locales', 'UTVOPL', 'guest'],
  ['Dirección Ejecutiva de Administración', 'DEA', 'guest'],
  ['Dirección Ejecutiva de Prerrogativas y Partidos Políticos', 'DEPPP', 'guest'],
  ['Dirección Ejecutiva del Servicio Profesional Electoral Nacional', 'DESPEN', 'guest'],
]

/**
 * The Comité de Gestión y Publicación Electrónica with its twelve seats and no persons: those change
 * and are entered or imported by the user.
 */
export function presetCgype(effects: Effects): BodyWithSeats {
  const body = bodySchema.parse({
    id: effects.newId(),
    name: 'Comité de Gestión y Publicación Electrónica',
    shortName: 'el Comité',
    acronym: 'CGyPE',
    institution: 'Instituto Nacional Electoral',
    gender: 'm',
    timeZone: 'America/Mexico_City',
    agreementPattern: 'INE/CGyPE/{NNN}/{AAAA}',
    rules: DEFAULT_RULES,
  })
  const seats = SEATS.map(([name, acronym, role], order) =>
    seatSchema.parse({
      id: effects.newId(),
      bodyId: body.id,
      order,
      name,
      acronym,
      role,
      hasVote: sitsAsMember(role),
      signs: sitsAsMember(role),
      validFrom: null,
      validUntil: null,
    }),
  )
  return { body, seats }
}
