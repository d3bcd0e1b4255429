import { Button, SegmentedControl } from '@mantine/core'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useBodyFollowUp } from '../../../commands/follow-up/use-body-follow-up'
import type { FollowUp } from '../../../data/follow-up-book'
import { Screen } from '../../../ui/screen'
import { useShortcuts } from '../../../ui/use-shortcuts'
import { FollowUpActionsContext } from '../actions-context'
import { useFollowUpEdit } from '../use-follow-up-edit'
import { AnswersView } from './answers-view'
import { AreasView } from './areas-view'
import { OUTPUT_VIEWS, type OutputView, outputPath, outputViewSchema } from './output-views'
import { ReportView } from './report-view'

function View({ view, followUp }: { readonly view: OutputView; readonly followUp: FollowUp }) {
  switch (view) {
    case 'informe':
      return <ReportView followUp={followUp} />
    case 'areas':
      return <AreasView followUp={followUp} />
    case 'respuestas':
      return <AnswersView followUp={followUp} />
  }
}

function Loaded({ view, followUp }: { readonly view: OutputView; readonly followUp: FollowUp }) {
  const [, navigate] = useLocation()
  const { run, undoLast } = useFollowUpEdit()
  const actions = useMemo(() => ({ run }), [run])
  useShortcuts({ 'ctrl+z': undoLast, escape: () => navigate('/seguimiento') })
  return (
    <FollowUpActionsContext value={actions}>
      <Screen
        title={OUTPUT_VIEWS.find(({ value }) => value === view)?.label ?? ''}
        actions={
          <>
            <SegmentedControl
              size="xs"
              aria-label="Qué se hace con el seguimiento"
              data={[...OUTPUT_VIEWS]}
              value={view}
              transitionDuration={0}
              onChange={(value) => navigate(outputPath(outputViewSchema.parse(value)))}
            />
            <Button variant="default" onClick={() => navigate('/seguimiento')}>
              Volver a Seguimiento
            </Button>
          </>
        }
      >
        <View view={view} followUp={followUp} />
      </Screen>
    </FollowUpActionsContext>
  )
}

/** The report of the next session, what goes to the áreas and what comes back from them. */
export function FollowUpOutputsScreen({ view }: { readonly view: string | undefined }) {
  const followUp = useBodyFollowUp()
  const parsed = outputViewSchema.safeParse(view)
  return followUp ? <Loaded view={parsed.success ? parsed.data : 'informe'} followUp={followUp} /> : null
}
