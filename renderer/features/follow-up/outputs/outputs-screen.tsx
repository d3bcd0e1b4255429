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

interface ViewProps {
  readonly view: OutputView
  readonly followUp: FollowUp
  readonly sessionId: string | undefined
}

function View({ view, followUp, sessionId }: ViewProps) {
  switch (view) {
    case 'informe':
      return <ReportView key={sessionId} followUp={followUp} sessionId={sessionId} />
    case 'areas':
      return <AreasView followUp={followUp} />
    case 'respuestas':
      return <AnswersView followUp={followUp} />
  }
}

function Loaded({ view, followUp, sessionId }: ViewProps) {
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
        <View view={view} followUp={followUp} sessionId={sessionId} />
      </Screen>
    </FollowUpActionsContext>
  )
}

interface OutputsScreenProps {
  readonly view: string | undefined
  /** The session that receives the report, from the address. */
  readonly sessionId: string | undefined
}

/** The report of the next session, what goes to the áreas and what comes back from them. */
export function FollowUpOutputsScreen({ view, sessionId }: OutputsScreenProps) {
  const followUp = useBodyFollowUp()
  const parsed = outputViewSchema.safeParse(view)
  if (!followUp) return null
  return <Loaded view={parsed.success ? parsed.data : 'informe'} followUp={followUp} sessionId={sessionId} />
}
