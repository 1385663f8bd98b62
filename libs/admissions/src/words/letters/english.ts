import type { LetterWords } from './letter-words';

const noPlace = 'Decision: you have no place';

export const english: LetterWords = {
  terms: {
    application: 'Application',
    intake: 'Intake',
    date: 'Date',
    wishes: 'Wishes',
    class: 'Class',
    site: 'Site',
    starts: 'Starts',
    wish: 'Your wish number',
    quota: 'Offered in',
    replyBy: 'Answer by',
    appealed: 'Appeal received',
  },
  statuses: { met: 'Met', not_met: 'Not met', waiting: 'Waiting' },
  judged: 'How the application was judged',
  at: 'at',
  decision: {
    titles: {
      PLACE_HELD: 'Decision: you have a place',
      WAITING: 'Decision: you are on the waiting list',
      NO_PLACE: noPlace,
      NOT_QUALIFIED: noPlace,
      NEEDS_MORE: noPlace,
    },
    place: ({ class: code, site, starts }) => `The place is in class ${code}, ${site}. The class starts on ${starts}.`,
    lottery: (number, address) =>
      `Your lottery number is ${number}. At the same score the lowest comes first. At ${address} you can work it out yourself.`,
    basis: [
      'The rules',
      (intake, ruleSet) =>
        `The decision follows the rules of admission of ${intake} (rule set ${ruleSet}). It is an individual decision under section 2 of the Public Administration Act.`,
    ],
    appeal: 'You may appeal',
    appealBy: (day) => `You have three weeks to appeal: until ${day}.`,
    howToAppeal: (address) =>
      `Write what you want changed, and why, at ${address}. Log in there, or use the link in our e-mail.`,
    whatThen:
      'BI reviews the case. If we stand by the decision, the appeal goes to the appeals board, whose decision is final (Public Administration Act, sections 28 and 29). You may ask to see the documents of your case (section 18). If you are given further reasons, a new period of three weeks runs from when you received them.',
  },
  offer: {
    title: 'Offer of a place',
    offered: ({ class: code, site, starts }, programme) =>
      `You are offered a place in class ${code}, ${site}, which starts on ${starts}. It is for ${programme}.`,
    answer: [
      'How to answer',
      (replyBy, address) => `Answer by ${replyBy} at ${address}. Log in there, or use the link in our e-mail.`,
    ],
    better: (wishes) => `You may answer and still wait for what you would rather have: ${wishes}.`,
    silence: 'If you do not answer, the offer lapses and you will get no more offers.',
    held: (held, offered) =>
      `You have a place in ${held}. You lose it only if you say yes to ${offered}. If you do not answer, you will get no more offers.`,
    appealBy: (day) =>
      `When the intake is completed, you will get a decision. You may then appeal, also against this offer. The deadline is ${day}, or later if the decision comes later.`,
  },
  appealDecision: {
    titles: {
      UPHELD: 'Answer to your appeal: it is upheld',
      FORWARDED: 'Answer to your appeal: it is sent to the appeals board',
      DISMISSED: 'Answer to your appeal: the appeals board has dismissed it',
    },
    results: {
      UPHELD: 'Your appeal is upheld.',
      FORWARDED: 'BI has reviewed the appeal and stands by the decision. The appeal is sent to the appeals board.',
      DISMISSED: 'The appeals board has reviewed the appeal and stands by the decision.',
    },
    reasons: 'Reasons',
    now: 'What happens now?',
    next: {
      UPHELD: 'Your application will be judged again. If that leads to a place, you will get a new decision.',
      FORWARDED: 'The appeals board decides the appeal for good. You will be told when it has, and need do nothing.',
      DISMISSED: 'The decision is final and cannot be appealed. You may apply again at the next intake.',
    },
  },
  placeOnAppeal: {
    title: 'Decision: you have a place after your appeal',
    result: 'Your appeal was upheld, and you have a place.',
    next: 'The place is yours, and you need not answer. You will be told of the first gathering. If you do not want the place, tell us.',
  },
};
