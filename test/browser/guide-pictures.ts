/**
 * The pictures that the guides show (docs/guide), by the names under which the tests in a browser keep them.
 * `KULL_GUIDE=write npm test -- test/browser` takes them anew.
 */
export const guidePictures: ReadonlySet<string> = new Set([
  'application-wishes-360-light',
  'decision-360-light',
  'desk-1280-light',
  'door-list-360-light',
  'intake-why',
  'lever',
  'login-360-light',
  'offer-open-360-light',
  'office-grid-1280-light',
  'planning-draft',
  'points-360-light',
  'room-paminnelser-vis-planer-1280-light',
  'student-home-360-light',
  'tildel-forhandsvis',
  'v-valid-scanned-360-light',
]);
