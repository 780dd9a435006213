export default {
  title: 'Namnskyltar och inbjudningar',
  text: 'Alla får en egen kod och adress som leder direkt till den egna platsen. Hundratals brev tar en stund att göra.',
  care: 'Filerna innehåller personuppgifter, och den som har en kod eller adress agerar i personens namn. Det antecknas vem som laddar ner dem.',
  whom: 'För vem',
  everyone: 'Alla som har en personlig länk',
  groups: 'Grupper',
  organisations: 'Organisationer',
  count: (n: number) => `Filen omfattar ${n === 1 ? '1 person' : `${n} personer`}.`,
  nobody: 'Ingen av de valda har en giltig personlig länk.',
  tooMany: (n: number, most: number) =>
    `De valda är ${n}, och en fil rymmer högst ${most}. Välj en mindre grupp.`,
  badges: 'Namnskyltar, A4-ark (PDF)',
  letters: 'Inbjudningsbrev (PDF)',
  links: 'Adressfil för kopplad utskrift (CSV)',
};
