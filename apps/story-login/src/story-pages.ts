import { html } from '@kull/http';
import type { StoryPerson } from './story-persons';

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 44rem; padding: 1rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
button { font: inherit; width: 100%; text-align: left; padding: .75rem 1rem; border: 1px solid; border-radius: .5rem; cursor: pointer; background: Canvas; color: CanvasText; }
button:hover, button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
button b { display: block; }
.note { border-left: .25rem solid; padding-left: .75rem; }
`;

export const STYLE_ADDRESS = '/story.css';
export const storyStyle = STYLE;

const page = (title: string, main: ReturnType<typeof html>): string =>
  html`<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${STYLE_ADDRESS}">
</head>
<body>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`.text;

/** Everybody whom one may log in as here. No script, no password: nobody on the list is real. */
export const personsPage = (provider: string, action: string, persons: readonly StoryPerson[]): string =>
  page(
    `Logg inn som – ${provider}`,
    html`<p class="note">Dette er en innlogging for demonstrasjonen. Ingen av personene finnes.</p>
<form method="post" action="${action}">
<ul>${persons.map(
      ({ id, name, tells }) => html`<li><button name="person" value="${id}"><b>${name}</b> ${tells}</button></li>`,
    )}</ul>
</form>
<form method="post" action="${action}"><p><button name="person" value="">Avbryt</button></p></form>`,
  );

/** Asks whether to end the session; \`form\` is the provider's, with its own protection. */
export const logoutPage = (form: string): string =>
  page('Logg ut', html``).replace(
    '</h1>',
    `</h1>\n<p>Vil du logge ut her også?</p>\n${form}\n<p><button autofocus form="op.logoutForm" name="logout" value="yes">Ja, logg ut</button></p>\n<p><button form="op.logoutForm">Nei</button></p>`,
  );

/** After that, where nobody said where to go on. */
export const loggedOutPage = (): string => page('Du er logget ut', html`<p>Du kan lukke siden.</p>`);

/** The provider's own errors: what went wrong, in its words. */
export const errorPage = (error: string, description: string): string =>
  page('Innloggingen stoppet', html`<p>${error}: ${description}</p>`);
