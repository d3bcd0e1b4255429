import { describe, expect, it } from 'vitest'
import { declaredSize } from '../../../../../shared/publishing'
import { makePng } from '../../../../helpers/image-bytes'

const ascii = (text: string) => [...text].map((char) => char.charCodeAt(0))

describe('declaredSize', () => {
  it('reads the header of a PNG', () => {
    expect(
      declaredSize(
        'png',
        makePng(37, 12, () => [1, 2, 3]),
      ),
    ).toEqual({ width: 37, height: 12 })
  })

  it('finds the frame of a JPEG after its other segments', () => {
    const app = [0xff, 0xe1, 0x00, 0x06, 1, 2, 3, 4]
    const tables = [0xff, 0xc4, 0x00, 0x04, 9, 9]
    const frame = [0xff, 0xc2, 0x00, 0x0b, 8, 0x01, 0x00, 0x02, 0x80, 1, 1, 0x11, 0]
    const bytes = Uint8Array.from([0xff, 0xd8, ...app, ...tables, 0xff, ...frame])
    expect(declaredSize('jpeg', bytes)).toEqual({ width: 640, height: 256 })
  })

  it('reads the three ways of WebP and GIF', () => {
    const riff = [...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WEBP')]
    const extended = [...ascii('VP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 0x7f, 0x02, 0, 0xdf, 0x01, 0]
    expect(declaredSize('webp', Uint8Array.from([...riff, ...extended]))).toEqual({ width: 640, height: 480 })
    const lossless = [...ascii('VP8L'), 0, 0, 0, 0, 0x2f, 0x7f, 0xc2, 0x77, 0]
    expect(declaredSize('webp', Uint8Array.from([...riff, ...lossless]))).toEqual({ width: 640, height: 480 })
    const lossy = [...ascii('VP8 '), 0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01]
    expect(declaredSize('webp', Uint8Array.from([...riff, ...lossy]))).toEqual({ width: 640, height: 480 })
    expect(declaredSize('gif', Uint8Array.from([...ascii('GIF89a'), 0x80, 2, 0xe0, 1]))).toEqual({
      width: 640,
      height: 480,
    })
  })

  it.each([
    ['png', [0x89, 0x50]],
    ['png', [...makePng(0, 5, () => [0, 0, 0])]],
    ['jpeg', [0xff, 0xd8, 0xff, 0xe1, 0x00, 0x01]],
    ['jpeg', [0xff, 0xd8, 0x00]],
    ['webp', ascii('RIFF0000WEBPABCD')],
    ['gif', ascii('GIF89a')],
  ] as const)('says nothing of a damaged %s', (kind, bytes) => {
    expect(declaredSize(kind, Uint8Array.from(bytes))).toBeNull()
  })
})
