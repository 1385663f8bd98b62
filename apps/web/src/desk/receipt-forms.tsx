import type { DeskLine } from '@kull/deliveries';
import { type Language, numberText } from '../kit/language';
import { Scrolling } from '../kit/scrolling';
import { Changes, deliveryAt, LineStanding, physicianText } from './delivery-parts';
import { deliveryTexts } from './delivery-texts';
import { deskTexts } from './desk-texts';
import { batchCodes, codeText, codeTexts, rejectionCodes, warningCodes } from './line-codes';
import { type AnswerFault, type GivenAnswer, isOfPart, lineField, type Part } from './receipt-answer';

/** More lines than this are answered by a file. */
const LISTED = 400;

interface PartProps {
  readonly language: Language;
  readonly deliveryId: string;
  readonly lines: readonly DeskLine[];
  readonly part: Part;
  /** What was sent and could not be taken. */
  readonly wrong?: { readonly given: GivenAnswer; readonly fault: AnswerFault };
}

const CodeChoice = ({
  language,
  line,
  place,
  given,
}: {
  language: Language;
  line: DeskLine;
  place: number;
  given?: string;
}) => {
  const { answer, received, rejectedGroup, warningGroup } = deliveryTexts[language];
  const option = (code: keyof (typeof codeTexts)['nb']) => (
    <option key={code} value={code} selected={code === given}>
      {code} {codeTexts[language][code]}
    </option>
  );
  return (
    <select class="ds-input" name={lineField(place)} aria-label={answer(line.certificateNo)} autocomplete="off">
      <option value="">{received}</option>
      <optgroup label={rejectedGroup}>{rejectionCodes(line.action !== 'ADD').map(option)}</optgroup>
      <optgroup label={warningGroup}>{warningCodes.map(option)}</optgroup>
    </select>
  );
};

const Lines = ({ language, lines, part, wrong }: PartProps) => {
  const texts = deliveryTexts[language];
  const desk = deskTexts[language];
  const isChanges = part === 'endret';
  const listed = lines.flatMap((line, place) => (isOfPart(line, part) ? [{ line, place }] : []));
  const isChoosable = listed.length <= LISTED;
  return (
    <Scrolling labelledBy={part}>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{desk.certificate}</th>
            <th scope="col">{texts.physician}</th>
            <th scope="col">{isChanges ? texts.changes : desk.points}</th>
            <th scope="col">{texts.status}</th>
            {isChoosable && <th scope="col">{texts.answerHead}</th>}
          </tr>
        </thead>
        <tbody>
          {listed.map(({ line, place }) => (
            <tr key={place}>
              <th scope="row">
                {line.certificateNo}
                {line.lineNo > 1 && `/${line.lineNo}`}
              </th>
              <td>{physicianText(line)}</td>
              <td>{isChanges ? <Changes language={language} line={line} /> : numberText(language, line.points)}</td>
              <td>
                <LineStanding language={language} line={line} />
              </td>
              {isChoosable && (
                <td>
                  <CodeChoice language={language} line={line} place={place} given={wrong?.given.codes.get(place)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
};

/** Acknowledges the lines of a part: all of them, or some rejected with a code each. */
export const PartForm = (props: PartProps) => {
  const { language, deliveryId, lines, part, wrong } = props;
  const texts = deliveryTexts[language];
  const count = lines.filter((line) => isOfPart(line, part)).length;
  if (count === 0) return null;
  const all = part === 'endret' ? texts.changesReceived(count) : texts.allReceived(count);
  const someRejected = wrong?.given.someRejected ?? false;
  const choice = (value: 'alle' | 'noen', text: string, chosen: boolean) => (
    <label class="choice">
      <input class="ds-input" type="radio" name="svar" value={value} checked={chosen} /> {text}
    </label>
  );
  return (
    <form method="post" action={`${deliveryAt(deliveryId)}/kvittering`} class="stack">
      <h2 class="ds-heading" data-size="sm" id={part}>
        {texts.part[part](count)}
      </h2>
      {wrong && (
        <div class="ds-alert" data-color="danger" role="alert" tabIndex={-1} autofocus>
          <p class="ds-paragraph">{texts.fault[wrong.fault]}</p>
        </div>
      )}
      <input type="hidden" name="del" value={part} />
      <Lines {...props} />
      <fieldset class="choices">
        <legend class="ds-label">{texts.receipt}</legend>
        {choice('alle', all, !someRejected)}
        {count <= LISTED ? choice('noen', texts.someRejected, someRejected) : <p>{texts.tooMany}</p>}
      </fieldset>
      <button class="ds-button" type="submit">
        {texts.sendFor[part]}
      </button>
    </form>
  );
};

/** One click for a part of which everything was received. */
export const AllReceived = ({
  language,
  deliveryId,
  part,
  count,
}: {
  language: Language;
  deliveryId: string;
  part: Part;
  count: number;
}) => {
  if (count === 0) return null;
  const { allReceived, changesReceived } = deliveryTexts[language];
  return (
    <form method="post" action={`${deliveryAt(deliveryId)}/kvittering`}>
      <input type="hidden" name="del" value={part} />
      <input type="hidden" name="svar" value="alle" />
      <button class="ds-button" data-variant="secondary" type="submit">
        {part === 'endret' ? changesReceived(count) : allReceived(count)}
      </button>
    </form>
  );
};

/** Sends a receipt file as it is. */
export const FileForm = ({ language, deliveryId }: { language: Language; deliveryId: string }) => {
  const { fileTitle, fileHint, chooseFile, sendFile } = deliveryTexts[language];
  return (
    <form
      method="post"
      action={`${deliveryAt(deliveryId)}/kvitteringsfil`}
      enctype="multipart/form-data"
      class="look-up"
    >
      <h2 class="ds-heading" data-size="sm">
        {fileTitle}
      </h2>
      <label class="ds-label" for="fil">
        {chooseFile}
      </label>
      <p class="ds-paragraph hash" id="fil-hint">
        {fileHint}
      </p>
      <div class="acts">
        <input id="fil" name="fil" type="file" accept=".csv,text/csv" required aria-describedby="fil-hint" />
        <button class="ds-button" data-variant="secondary" type="submit">
          {sendFile}
        </button>
      </div>
    </form>
  );
};

/** Says that the whole file cannot be used. */
export const RefuseForm = ({ language, deliveryId }: { language: Language; deliveryId: string }) => {
  const { refuseTitle, refuseHint, refuse, code: codeLabel } = deliveryTexts[language];
  return (
    <details class="ds-details">
      <summary>{refuseTitle}</summary>
      <form method="post" action={`${deliveryAt(deliveryId)}/avvisning`} class="look-up">
        <p class="ds-paragraph">{refuseHint}</p>
        <label class="ds-label" for="kode">
          {codeLabel}
        </label>
        <div class="acts">
          <select class="ds-input" id="kode" name="kode" required>
            <option value="">–</option>
            {batchCodes.map((code) => (
              <option key={code} value={code}>
                {code} {codeText(language, code)}
              </option>
            ))}
          </select>
          <button class="ds-button" data-color="danger" data-variant="secondary" type="submit">
            {refuse}
          </button>
        </div>
      </form>
    </details>
  );
};
