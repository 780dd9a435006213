import type fi from './fi';

const sv: typeof fi = {
  presence: {
    title: 'Din närvaro',
    since: (at) => `närvarande sedan kl. ${at}`,
    left: 'Du har lämnat mötet',
    leftHelp: 'Du är inte närvarande nu och kan därför inte rösta. Du kan komma tillbaka när som helst.',
    channel: 'Sätt att delta',
    change: 'Ändra deltagandet eller sessionen',
    changeChannel: 'Ändra deltagandet',
    leave: 'Jag lämnar mötet',
    leaveHelp: 'Tidpunkten antecknas i promemorian. Du kan komma tillbaka när som helst.',
    ownData: 'Ladda ner dina uppgifter',
    back: 'Jag är tillbaka',
    saidLeft: 'Det har antecknats att du har lämnat mötet.',
    saidBack: 'Det har antecknats att du är närvarande.',
    saidChanged: 'Ändringen har sparats.',
  },
  rooms: {
    title: 'Parallella sessioner',
    choose: 'Välj vilken session du går till',
    chooseHelp:
      'Sessionens program och omröstningar visas på den här sidan. Du kan byta session när som helst.',
    stay: 'Jag går inte till någon parallell session',
    waits: (room) => `Du valde sessionen ${room}. Dess program visas här när sessionen börjar.`,
    now: 'Nu',
  },
};

export default sv;
