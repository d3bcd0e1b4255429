/**
 * Short line for a change that was not saved; the header says the reason. What was on the screen stays
 * there, so the user can try again.
 */
export function saveFailureText(what: string): string {
  return `No se guardó: ${what}. Lo anterior sigue guardado; revise el aviso de la esquina superior y repita la acción.`
}
