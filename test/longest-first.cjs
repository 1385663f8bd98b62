const { default: Sequencer } = require('@jest/test-sequencer');

/** Short files, long runs: begun last, each would run alone at the end. */
const isLong = ({ path }) => /\/test\/browser\/every-page-/.test(path);

/** Where no earlier run has told how long each takes, Jest begins with the largest files. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
