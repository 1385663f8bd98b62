import type { InLanguages } from '../kit/language';

interface DeliveryTexts {
  readonly counts: (received: string, rejected: string, waiting: string) => string;
  readonly receipt: string;
  readonly allReceived: (count: number) => string;
  readonly changesReceived: (count: number) => string;
  readonly someRejected: string;
  readonly someRejectedLink: string;
  readonly chooseInList: string;
  readonly send: string;
  readonly sendFor: Readonly<Record<'endret' | 'nye', string>>;
  readonly part: Readonly<Record<'endret' | 'nye', (count: number) => string>>;
  readonly changeReceipt: string;
  readonly answer: (certificateNo: string) => string;
  readonly answerHead: string;
  readonly received: string;
  readonly rejectedGroup: string;
  readonly warningGroup: string;
  readonly tooMany: string;
  readonly fault: Readonly<Record<'NO_CODE' | 'CODES_THOUGH_ALL', string>>;
  readonly physician: string;
  readonly status: string;
  readonly changes: string;
  readonly states: Readonly<Record<'SENT' | 'RECEIVED' | 'REJECTED' | 'POSTED', string>>;
  readonly next: {
    readonly sentAgain: string;
    readonly repair: string;
    readonly wholeFile: string;
    readonly contradictory: string;
  };
  readonly fileTitle: string;
  readonly fileHint: string;
  readonly chooseFile: string;
  readonly sendFile: string;
  readonly fileMissing: string;
  readonly fileUnusable: string;
  readonly fileTaken: (taken: number, unchanged: number, refused: number) => string;
  readonly row: string;
  readonly why: string;
  readonly rowFaults: Readonly<
    Record<
      | 'LINE_NOT_IN_BATCH'
      | 'VERSION_DIFFERS'
      | 'INVALID_RESULT'
      | 'INVALID_CODE'
      | 'INVALID_TIMESTAMP'
      | 'RECEIVED_IN_FUTURE',
      string
    >
  >;
  readonly refuseTitle: string;
  readonly refuseHint: string;
  readonly refuse: string;
  readonly code: string;
  readonly sent: string;
  readonly unchanged: string;
  readonly history: string;
  readonly receiptsSent: string;
  readonly noReceipts: string;
  readonly sentBy: (by: string, when: string) => string;
  readonly sentCounts: (received: number, rejected: number) => string;
  readonly wholeRejected: string;
  readonly downloads: string;
}

/** One delivery and its receipts, at the association's desk (ux.md L5, L6). */
export const deliveryTexts: InLanguages<DeliveryTexts> = {
  nb: {
    counts: (received, rejected, waiting) => `${received} mottatt, ${rejected} avvist, ${waiting} venter på kvittering`,
    receipt: 'Kvittering',
    allReceived: (count) => (count === 1 ? 'Den nye er mottatt' : `Alle ${count} nye er mottatt`),
    changesReceived: (count) => (count === 1 ? 'Endringen er mottatt' : `Alle ${count} endringer er mottatt`),
    someRejected: 'Noen avvises: velg kode i lista',
    someRejectedLink: 'Noen avvises, eller kvittering fra fil',
    chooseInList: 'Lista',
    send: 'Send kvittering',
    sendFor: { endret: 'Send kvittering for endringene', nye: 'Send kvittering for de nye' },
    part: {
      endret: (count) => `Se på disse først: rettet og trukket (${count})`,
      nye: (count) => `Nye (${count})`,
    },
    changeReceipt: 'Endre kvitteringen',
    answer: (certificateNo) => `Svar for ${certificateNo}`,
    answerHead: 'Svar',
    received: 'Mottatt',
    rejectedGroup: 'Avvist',
    warningGroup: 'Mottatt, med merknad',
    tooMany: 'Det er for mange linjer til å velge her. Send en kvitteringsfil.',
    fault: {
      NO_CODE: 'Velg kode på linjene som avvises, eller velg at alle er mottatt. Ingenting er sendt.',
      CODES_THOUGH_ALL:
        'Du valgte at alle er mottatt, men noen linjer har kode. Velg én av delene. Ingenting er sendt.',
    },
    physician: 'Lege',
    status: 'Kvittering',
    changes: 'Hva som endres',
    states: { SENT: 'venter', RECEIVED: 'mottatt', REJECTED: 'avvist', POSTED: 'ført på kontoen' },
    next: {
      sentAgain: 'Er sendt på nytt i en senere levering.',
      repair: 'BI retter feilen og sender linja på nytt.',
      wholeFile: 'Linja går igjen med neste levering.',
      contradictory: 'Kvitteringene sier ulike ting. Den siste gjelder.',
    },
    fileTitle: 'Kvittering fra fil',
    fileHint:
      'CSV med kolonnene certificate_id;line_no;version;result;code;message;received_at. Samme fil igjen endrer ingenting.',
    chooseFile: 'Kvitteringsfil',
    sendFile: 'Send kvitteringsfila',
    fileMissing: 'Velg en fil først. Ingenting er sendt.',
    fileUnusable:
      'Fila kan ikke leses som en kvitteringsfil. Ingenting er sendt. Se over kolonnene, og lagre den som «CSV UTF-8».',
    fileTaken: (taken, unchanged, refused) =>
      `${taken} kvitteringer er tatt imot, ${unchanged} var kjent fra før, ${refused} rader ble ikke tatt imot.`,
    row: 'Rad',
    why: 'Hvorfor',
    rowFaults: {
      LINE_NOT_IN_BATCH: 'Leveringen har ikke denne linja. Se over bevisnummer og linjenummer.',
      VERSION_DIFFERS: 'Leveringen har linja i en annen versjon.',
      INVALID_RESULT: 'Resultatet må være ACCEPTED, ACCEPTED_WITH_WARNING, REJECTED eller POSTED.',
      INVALID_CODE: 'Koden må være en bokstav og tre sifre, og må være med når linja avvises eller har en merknad.',
      INVALID_TIMESTAMP: 'Tidspunktet må være på formen 2026-07-09T09:12:00+02:00.',
      RECEIVED_IN_FUTURE: 'Tidspunktet er i framtiden. Se over klokka hos dere.',
    },
    refuseTitle: 'Hele leveringen kan ikke brukes',
    refuseHint: 'Alle linjene går da igjen med neste levering. Denne fila og nummeret står.',
    refuse: 'Avvis hele leveringen',
    code: 'Kode',
    sent: 'Kvitteringen er sendt.',
    unchanged: 'Dette var kvittert fra før. Ingenting er endret.',
    history: 'Hvem gjorde hva',
    receiptsSent: 'Kvitteringer',
    noReceipts: 'Ingen kvittering er sendt ennå.',
    sentBy: (by, when) => `${by}, ${when}`,
    sentCounts: (received, rejected) => `${received} mottatt, ${rejected} avvist`,
    wholeRejected: 'hele leveringen avvist',
    downloads: 'Hentet',
  },
  nn: {
    counts: (received, rejected, waiting) =>
      `${received} mottekne, ${rejected} avviste, ${waiting} ventar på kvittering`,
    receipt: 'Kvittering',
    allReceived: (count) => (count === 1 ? 'Den nye er motteken' : `Alle ${count} nye er mottekne`),
    changesReceived: (count) => (count === 1 ? 'Endringa er motteken' : `Alle ${count} endringane er mottekne`),
    someRejected: 'Nokre blir avviste: vel kode i lista',
    someRejectedLink: 'Nokre blir avviste, eller kvittering frå fil',
    chooseInList: 'Lista',
    send: 'Send kvittering',
    sendFor: { endret: 'Send kvittering for endringane', nye: 'Send kvittering for dei nye' },
    part: {
      endret: (count) => `Sjå på desse først: retta og trekte (${count})`,
      nye: (count) => `Nye (${count})`,
    },
    changeReceipt: 'Endre kvitteringa',
    answer: (certificateNo) => `Svar for ${certificateNo}`,
    answerHead: 'Svar',
    received: 'Motteken',
    rejectedGroup: 'Avvist',
    warningGroup: 'Motteken, med merknad',
    tooMany: 'Det er for mange linjer til å velje her. Send ei kvitteringsfil.',
    fault: {
      NO_CODE: 'Vel kode på linjene som blir avviste, eller vel at alle er mottekne. Ingenting er sendt.',
      CODES_THOUGH_ALL:
        'Du valde at alle er mottekne, men nokre linjer har kode. Vel éin av delane. Ingenting er sendt.',
    },
    physician: 'Lege',
    status: 'Kvittering',
    changes: 'Kva som blir endra',
    states: { SENT: 'ventar', RECEIVED: 'motteken', REJECTED: 'avvist', POSTED: 'ført på kontoen' },
    next: {
      sentAgain: 'Er send på nytt i ei seinare levering.',
      repair: 'BI rettar feilen og sender linja på nytt.',
      wholeFile: 'Linja går igjen med neste levering.',
      contradictory: 'Kvitteringane seier ulike ting. Den siste gjeld.',
    },
    fileTitle: 'Kvittering frå fil',
    fileHint:
      'CSV med kolonnane certificate_id;line_no;version;result;code;message;received_at. Same fil igjen endrar ingenting.',
    chooseFile: 'Kvitteringsfil',
    sendFile: 'Send kvitteringsfila',
    fileMissing: 'Vel ei fil først. Ingenting er sendt.',
    fileUnusable:
      'Fila kan ikkje lesast som ei kvitteringsfil. Ingenting er sendt. Sjå over kolonnane, og lagre ho som «CSV UTF-8».',
    fileTaken: (taken, unchanged, refused) =>
      `${taken} kvitteringar er tekne imot, ${unchanged} var kjende frå før, ${refused} rader vart ikkje tekne imot.`,
    row: 'Rad',
    why: 'Kvifor',
    rowFaults: {
      LINE_NOT_IN_BATCH: 'Leveringa har ikkje denne linja. Sjå over bevisnummer og linjenummer.',
      VERSION_DIFFERS: 'Leveringa har linja i ein annan versjon.',
      INVALID_RESULT: 'Resultatet må vere ACCEPTED, ACCEPTED_WITH_WARNING, REJECTED eller POSTED.',
      INVALID_CODE:
        'Koden må vere ein bokstav og tre siffer, og må vere med når linja blir avvist eller har ein merknad.',
      INVALID_TIMESTAMP: 'Tidspunktet må vere på forma 2026-07-09T09:12:00+02:00.',
      RECEIVED_IN_FUTURE: 'Tidspunktet er i framtida. Sjå over klokka hos dykk.',
    },
    refuseTitle: 'Heile leveringa kan ikkje brukast',
    refuseHint: 'Alle linjene går da igjen med neste levering. Denne fila og nummeret står.',
    refuse: 'Avvis heile leveringa',
    code: 'Kode',
    sent: 'Kvitteringa er send.',
    unchanged: 'Dette var kvittert frå før. Ingenting er endra.',
    history: 'Kven gjorde kva',
    receiptsSent: 'Kvitteringar',
    noReceipts: 'Inga kvittering er send enno.',
    sentBy: (by, when) => `${by}, ${when}`,
    sentCounts: (received, rejected) => `${received} mottekne, ${rejected} avviste`,
    wholeRejected: 'heile leveringa avvist',
    downloads: 'Henta',
  },
  en: {
    counts: (received, rejected, waiting) =>
      `${received} received, ${rejected} rejected, ${waiting} awaiting a receipt`,
    receipt: 'Receipt',
    allReceived: (count) => (count === 1 ? 'The new one is received' : `All ${count} new ones are received`),
    changesReceived: (count) => (count === 1 ? 'The change is received' : `All ${count} changes are received`),
    someRejected: 'Some are rejected: choose a code in the list',
    someRejectedLink: 'Some are rejected, or a receipt from a file',
    chooseInList: 'The list',
    send: 'Send receipt',
    sendFor: { endret: 'Send receipt for the changes', nye: 'Send receipt for the new ones' },
    part: {
      endret: (count) => `Look at these first: corrected and withdrawn (${count})`,
      nye: (count) => `New (${count})`,
    },
    changeReceipt: 'Change the receipt',
    answer: (certificateNo) => `Answer for ${certificateNo}`,
    answerHead: 'Answer',
    received: 'Received',
    rejectedGroup: 'Rejected',
    warningGroup: 'Received, with a remark',
    tooMany: 'There are too many lines to choose here. Send a receipt file.',
    fault: {
      NO_CODE: 'Choose a code for the lines that are rejected, or say that all are received. Nothing was sent.',
      CODES_THOUGH_ALL:
        'You said that all are received, but some lines have a code. Choose one of the two. Nothing was sent.',
    },
    physician: 'Physician',
    status: 'Receipt',
    changes: 'What changes',
    states: { SENT: 'waiting', RECEIVED: 'received', REJECTED: 'rejected', POSTED: 'posted to the account' },
    next: {
      sentAgain: 'Was sent again in a later delivery.',
      repair: 'BI corrects the fault and sends the line again.',
      wholeFile: 'The line goes again with the next delivery.',
      contradictory: 'The receipts say different things. The last one counts.',
    },
    fileTitle: 'Receipt from a file',
    fileHint:
      'CSV with the columns certificate_id;line_no;version;result;code;message;received_at. The same file again changes nothing.',
    chooseFile: 'Receipt file',
    sendFile: 'Send the receipt file',
    fileMissing: 'Choose a file first. Nothing was sent.',
    fileUnusable:
      'The file cannot be read as a receipt file. Nothing was sent. Look over the columns, and save it as “CSV UTF-8”.',
    fileTaken: (taken, unchanged, refused) =>
      `${taken} receipts were taken in, ${unchanged} were known, ${refused} rows were not taken in.`,
    row: 'Row',
    why: 'Why',
    rowFaults: {
      LINE_NOT_IN_BATCH: 'The delivery has no such line. Look over certificate number and line number.',
      VERSION_DIFFERS: 'The delivery has the line in another version.',
      INVALID_RESULT: 'The result has to be ACCEPTED, ACCEPTED_WITH_WARNING, REJECTED or POSTED.',
      INVALID_CODE:
        'The code has to be a letter and three digits, and has to be there when the line is rejected or has a remark.',
      INVALID_TIMESTAMP: 'The time has to be of the form 2026-07-09T09:12:00+02:00.',
      RECEIVED_IN_FUTURE: 'The time is in the future. Look over the clock on your side.',
    },
    refuseTitle: 'The whole delivery cannot be used',
    refuseHint: 'All lines then go again with the next delivery. This file and its number stand.',
    refuse: 'Reject the whole delivery',
    code: 'Code',
    sent: 'The receipt was sent.',
    unchanged: 'This was acknowledged before. Nothing was changed.',
    history: 'Who did what',
    receiptsSent: 'Receipts',
    noReceipts: 'No receipt has been sent yet.',
    sentBy: (by, when) => `${by}, ${when}`,
    sentCounts: (received, rejected) => `${received} received, ${rejected} rejected`,
    wholeRejected: 'the whole delivery rejected',
    downloads: 'Fetched',
  },
};
