import {
  type Answers,
  educations,
  type FormFault,
  type FormField,
  type FormPart,
  type HprCheck,
  type OwnDraft,
  physicianRoles,
  professions,
  serviceAreas,
} from '@kull/admissions';
import { type Language, weekdayText } from '../../kit/language';
import { RadioField, SelectField, TextField, YesNoField } from './fields';
import { formWords } from './words/form-words';

/** What the fields of a part are shown with. */
export interface PartFormProps {
  readonly language: Language;
  readonly draft: OwnDraft;
  readonly faults: readonly FormFault[];
  /** What the register said of the number that is saved. */
  readonly hpr?: HprCheck | 'NOT_ANSWERING';
}

/** The parts of a field: what was saved, and what is wrong with it. */
const fieldsOf =
  ({ language, draft, faults }: PartFormProps, before: Answers = {}) =>
  (field: FormField) => {
    const fault = faults.find((one) => one.field === field);
    return { language, field, value: draft.answers[field] ?? before[field], ...(fault && { fault }) };
  };

const About = (props: PartFormProps) => {
  const { language, draft } = props;
  const words = formWords[language];
  const { familyName, givenNames, birthDate, email, phone, language: chosen } = draft.profile;
  const of = fieldsOf(props, { email, phone, language: chosen });
  return (
    <>
      <dl class="facts">
        {familyName !== '' && (
          <>
            <dt>{words.name}</dt>
            <dd>
              {givenNames} {familyName}
            </dd>
          </>
        )}
        <dt>{words.birthDate}</dt>
        <dd>{weekdayText(language, birthDate).replace(/^\S+ /, '')}</dd>
      </dl>
      <p class="ds-paragraph hint">{words.fromLogIn}</p>
      {familyName === '' && (
        <>
          <TextField {...of('given_names')} autocomplete="given-name" />
          <TextField {...of('family_name')} autocomplete="family-name" />
        </>
      )}
      <p class="ds-paragraph">{words.contactHint}</p>
      <TextField {...of('email')} type="email" autocomplete="email" />
      <TextField {...of('phone')} type="tel" autocomplete="tel" optional />
      <RadioField
        {...of('language')}
        choices={(['nb', 'nn', 'en'] as const).map((value) => ({ value, text: words.languages[value] }))}
      />
    </>
  );
};

const LeaderRole = (props: PartFormProps) => {
  const { language, draft } = props;
  const words = formWords[language];
  const of = fieldsOf(props);
  const targets = new Set(draft.definition.targetServiceAreas);
  const municipalities = draft.municipalities.map(({ code, name }) => ({ value: code, text: `${name} (${code})` }));
  const areas = serviceAreas.map((value) => ({
    value,
    text: targets.has(value) ? words.serviceAreas[value] : `${words.serviceAreas[value]} (${words.notTargeted})`,
  }));
  return (
    <>
      <TextField {...of('employer')} autocomplete="organization" />
      <TextField {...of('employer_org_no')} inputMode="numeric" isShort />
      {municipalities.length > 0 ? (
        <SelectField {...of('municipality_code')} choices={municipalities} />
      ) : (
        <TextField {...of('municipality_code')} inputMode="numeric" isShort />
      )}
      <SelectField {...of('service_area')} choices={areas} />
      <TextField {...of('position_title')} autocomplete="organization-title" />
      <SelectField
        {...of('profession')}
        choices={professions.map((value) => ({ value, text: words.professions[value] }))}
      />
      <YesNoField {...of('leader_role')} />
      <YesNoField {...of('personnel_responsibility')} />
      <YesNoField {...of('budget_responsibility')} />
      <TextField {...of('years_experience')} inputMode="decimal" isShort />
      <RadioField
        {...of('highest_education')}
        choices={educations.map((value) => ({ value, text: words.educations[value] }))}
      />
      <TextField {...of('ects_credits')} inputMode="decimal" isShort optional />
      <TextField {...of('recommended_by')} optional />
    </>
  );
};

/** What the register says; the alert has its icon by its colour. */
export const HprAnswer = ({ language, hpr }: { language: Language; hpr: HprCheck | 'NOT_ANSWERING' }) => {
  const isRight = hpr === 'VERIFIED';
  return (
    <div class="ds-alert" data-color={isRight ? 'success' : 'warning'} role="status">
      <p class="ds-paragraph">{formWords[language].hpr[hpr]}</p>
    </div>
  );
};

const Quota = (props: PartFormProps) => {
  const { language, hpr } = props;
  const words = formWords[language];
  const of = fieldsOf(props);
  return (
    <>
      <p class="ds-paragraph">{words.quotaLead}</p>
      <YesNoField {...of('physician')} />
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{words.ifPhysician}</legend>
        <div class="stack">
          <TextField {...of('hpr_number')} inputMode="numeric" isShort />
          {hpr && <HprAnswer language={language} hpr={hpr} />}
          <SelectField
            {...of('physician_role')}
            choices={physicianRoles.map((value) => ({ value, text: words.physicianRoles[value] }))}
          />
          <button class="ds-button" data-variant="secondary" type="submit" name="handling" value="kontroller">
            {words.check}
          </button>
        </div>
      </fieldset>
    </>
  );
};

const Wishes = ({ language, draft, faults }: PartFormProps) => {
  const words = formWords[language];
  const wishes = (draft.answers.class_wishes ?? '').split('|');
  const { classes } = draft.definition;
  const fault = faults[0];
  return (
    <>
      <p class="ds-paragraph">{words.wishesLead}</p>
      {classes.map((one, at) => {
        // The first one bears the name of the field, where faults lead to.
        const id = at === 0 ? 'class_wishes' : `onske-${at + 1}`;
        return (
          <div key={one.code} class="ds-field">
            <label class="ds-label" for={id}>
              {words.wish(at + 1)}
            </label>
            <select
              class="ds-input"
              id={id}
              name={`onske-${at + 1}`}
              aria-describedby={fault && 'class_wishes-feil'}
              aria-invalid={fault ? 'true' : undefined}
            >
              <option value="">{at === 0 ? words.choose : words.noMore}</option>
              {classes.map(({ code, site, startsOn }) => (
                <option key={code} value={code} selected={wishes[at] === code}>
                  {words.classStarts(code, site, weekdayText(language, startsOn).replace(/^\S+ /, ''))}
                </option>
              ))}
            </select>
          </div>
        );
      })}
      {fault && (
        <p id="class_wishes-feil" class="ds-validation-message" data-color="danger">
          {words.faults[fault.code](words.labels.class_wishes)}
        </p>
      )}
    </>
  );
};

/** The fields of one part. */
export const PartForm = ({ part, ...props }: PartFormProps & { readonly part: FormPart }) => {
  switch (part) {
    case 'ABOUT':
      return <About {...props} />;
    case 'LEADER_ROLE':
      return <LeaderRole {...props} />;
    case 'QUOTA':
      return <Quota {...props} />;
    case 'WISHES':
      return <Wishes {...props} />;
  }
};
