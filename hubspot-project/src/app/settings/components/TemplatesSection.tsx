import {
  parseTemplates,
  type PipelineView,
  type SettingsTemplate,
  type TemplateList,
} from '@deal-stage-insights/shared';
import { askApi, LoadView, useLanguage, useLoad, Section } from '@deal-stage-insights/ui';
import { Accordion, List, Select, Text, useExtensionContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useStageMessages } from '../messages/stages.ts';
import { PipelineChoice } from './PipelineChoice.tsx';
import { TemplateMatch } from './TemplateMatch.tsx';

/** Ways of selling to start from, instead of an empty form. */
export function TemplatesSection() {
  const { variables } = useExtensionContext<'settings'>();
  const language = useLanguage();
  const { load, askAgain } = useLoad(`templates ${language}`, () =>
    askApi(variables?.['API_BASE_URL'], { path: '/v1/settings/templates', query: { language }, parse: parseTemplates }),
  );
  return (
    <LoadView load={load} onAskAgain={askAgain}>
      {(list) => <Templates list={list} />}
    </LoadView>
  );
}

function Templates({ list: { templates } }: { readonly list: TemplateList }) {
  const { templates: words } = useStageMessages();
  const [chosenId, setChosenId] = useState<string>('');
  const chosen = templates.find(({ templateId }) => templateId === chosenId);
  return (
    <Section title={words.title} isTile={true}>
      <Text>{words.about}</Text>
      <Select
        label={words.template}
        name="template"
        placeholder={words.choose}
        value={chosenId}
        options={templates.map(({ templateId, label }) => ({ value: String(templateId), label }))}
        onChange={(value) => setChosenId(String(value))}
      />
      {chosen !== undefined && (
        <>
          <Text>{chosen.about}</Text>
          <TemplateStages template={chosen} />
          <PipelineChoice>{(pipeline) => <Match {...{ pipeline, template: chosen }} />}</PipelineChoice>
        </>
      )}
    </Section>
  );
}

function Match(props: { readonly pipeline: PipelineView; readonly template: SettingsTemplate }) {
  return <TemplateMatch key={`${props.pipeline.pipelineId} ${props.template.templateId}`} {...props} />;
}

function TemplateStages({ template: { stages } }: { readonly template: SettingsTemplate }) {
  const { templates: words, roles } = useStageMessages();
  return (
    <Accordion title={words.stages(stages.length)} size="sm">
      <List variant="unordered-styled">
        {stages.map(({ key, label, role, expectedDays, exitCriteria, guide }) => (
          <Text key={key}>
            {[label, roles.names[role], ...words.expects(expectedDays, exitCriteria.length)].join(' · ')}
            {guide !== '' && `. ${guide}`}
          </Text>
        ))}
      </List>
    </Accordion>
  );
}
