import type { SourceFigures, SourceStage } from '@deal-stage-insights/shared';
import { Column, useFormats } from '@deal-stage-insights/ui';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Tag } from '@hubspot/ui-extensions';
import { DealsCount } from '../../components/DealsCount.tsx';
import { stagesOf } from '../../figures/sources.ts';
import { useSourcesMessages } from '../../messages/sources.ts';
import { VERDICT_TONES } from './SourceTables.tsx';
import { useSourceName } from './use-source-name.ts';

/** Sources by stages: how many lead on, tinted where that clearly differs from the others. */
export function SourceMatrix({ sources }: { readonly sources: readonly SourceFigures[] }) {
  const { source: title, behindStage } = useSourcesMessages();
  const nameOf = useSourceName();
  const stages = stagesOf(sources);
  return (
    <Table bordered={true} density="compact">
      <TableHead>
        <TableRow>
          <TableHeader>{title}</TableHeader>
          {stages.map(({ stageId, label }) => (
            <TableHeader key={stageId}>{label}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {sources.map((source) => (
          <TableRow key={source.cell}>
            <TableCell>{nameOf(source)}</TableCell>
            {stages.map(({ stageId, label }) => (
              <TableCell key={stageId}>
                <LedOnCell
                  figures={source.stages.find(({ stage }) => stage.stageId === stageId)}
                  title={behindStage(nameOf(source), label)}
                />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface LedOnCellProps {
  readonly figures: SourceStage | undefined;
  readonly title: string;
}

function LedOnCell({ figures, title }: LedOnCellProps) {
  const { percent } = useFormats();
  if (figures === undefined || figures.left === 0) return <>·</>;
  const { ledOnShare, verdict, cell, left } = figures;
  return (
    <Column gap="flush" align="start">
      {ledOnShare.kind === 'estimate' && <Tag variant={VERDICT_TONES[verdict]}>{percent(ledOnShare.value)}</Tag>}
      <DealsCount cell={cell} title={title} count={left} />
    </Column>
  );
}
