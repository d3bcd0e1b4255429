import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** The one accent: a deep teal whose shades 7 (light) and 4 (dark) hold 4.5:1 with their text. */
const teal: MantineColorsTuple = [
  '#e8f6f5',
  '#d3eae8',
  '#a6d5d1',
  '#76bfb9',
  '#4fada5',
  '#37a299',
  '#1f8b82',
  '#0b6f68',
  '#085a54',
  '#044541',
]

/**
 * Mantine picks the text of filled buttons for the light shade in both schemes; on the lighter accent of
 * the dark scheme it must be dark.
 */
function variantColors(input: Parameters<VariantColorsResolver>[0]): ReturnType<VariantColorsResolver> {
  const colors = defaultVariantColorsResolver(input)
  const isAccent = input.color === undefined || input.color === input.theme.primaryColor
  return input.variant === 'filled' && isAccent ? { ...colors, color: 'var(--q-on-accent)' } : colors
}

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: variantColors,
  autoContrast: true,
  luminanceThreshold: 0.25,
  colors: { teal },
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
})
