import type fi from './fi';

const en: typeof fi = {
  title: 'Organising the meeting',
  joining: 'Joining',
  joinText: 'Participants join with this address, the QR code or the code.',
  code: 'Code',
  address: 'Address',
  qr: (code) => `QR code that opens the joining page. The code is ${code}`,
  downloadQr: 'Download the QR code',
  links: 'Personal links',
  linksText: 'Each link opens its role without signing in. Send a link only to the person it is meant for.',
  wholeMeeting: 'Whole meeting',
  linksFailed: 'The links could not be fetched.',
  newTitle: 'New meeting',
  newText:
    'Choose a template file (YAML or JSON). It holds the meeting’s sessions, agendas, organisations and polls.',
  choose: 'Choose a template file',
  noFile: 'No file chosen',
  tooBig: 'The file is too large. A template may have at most 500,000 characters.',
  create: 'Create the meeting',
  creating: 'Creating the meeting…',
  created: (title) => `The meeting “${title}” has been created.`,
  createdText: 'Save the organiser’s link: it takes you to the new meeting.',
  where: 'Place',
};

export default en;
