import { useState } from 'react';
import { downloadTemplate, templates } from '../../actions/download-template.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';

/** A template for every table, with what its columns mean. */
export function TemplateList() {
  const [saved, setSaved] = useState('');
  return (
    <Disclosure summary="Templates to fill in">
      <p className="small">
        Each has the columns and one made-up row: replace it. A CSV has no room for notes, so they stand here.
      </p>
      <ul className="templates">
        {templates().map((template) => (
          <li key={template.key}>
            <Button
              kind="quiet"
              icon="download"
              onClick={() => setSaved(`Saved ${downloadTemplate(template)}`)}
            >
              Download {template.title.toLowerCase()} template
            </Button>
            <dl className="template-columns small">
              {template.columns.map((column) => (
                <div key={column.name}>
                  <dt>
                    <code className="anywhere">{column.name}</code>
                  </dt>
                  <dd>{column.meaning}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      <p className="small soft" role="status">
        {saved}
      </p>
    </Disclosure>
  );
}
