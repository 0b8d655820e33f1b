import { Badge } from '../../../ui/badge.tsx';
import { DownloadSection, type MakeDownload } from '../../download-section.tsx';
import './hand-over.css';

export interface HandOverFilesProps<Form extends string> {
  /** What the files are of where that is out of date: "a dig made before: the rates have changed"; null: it is not. */
  readonly outOfDate: string | null;
  readonly files: readonly {
    readonly form: Form;
    readonly label: string;
    readonly says: string;
    /** Why it cannot be had, in words; null: it can. */
    readonly held: string | null;
  }[];
  readonly take: (form: Form) => ReturnType<MakeDownload>;
}

/** The files that something is handed over as, each with what is in it, or why it is kept back. */
export function HandOverFiles<Form extends string>({ outOfDate, files, take }: HandOverFilesProps<Form>) {
  return (
    <div className="hand-over">
      {outOfDate === null ? null : (
        <p className="small">
          <Badge>out of date</Badge> The files are of {outOfDate}. Each says so in its remark.
        </p>
      )}
      <DownloadSection says="Each file carries the project, its sources, the date, and what it lacks. Files that show where premises are hold your data: give them to nobody who may not have it.">
        {({ button }) => (
          <ul className="hand-over-files">
            {files.map(({ form, label, says, held }) => (
              <li key={form}>
                {held === null ? (
                  button(label, () => take(form))
                ) : (
                  <span className="hand-over-held">{label}</span>
                )}
                <span className="small soft anywhere">{held ?? says}</span>
              </li>
            ))}
          </ul>
        )}
      </DownloadSection>
    </div>
  );
}
