export default {
  goal: 'Tavoite',
  commits: 'Sitoutuu',
  reservation: 'Sitoutuu varauksin',
  declines: 'Ei sitoudu',
  missing: 'Ei vastausta',
  /** A municipality's answers to all goals together. */
  overall: {
    COMMITS: 'Sitoutuu kaikkiin',
    RESERVATION: 'Sitoutuu kaikkiin, varauksia',
    DECLINES: 'Ei sitoudu kaikkiin',
  },
  overallTitle: 'Kokonaisuus',
  reservations: 'Varaukset',
  goals: 'Tavoitteet',
  byMunicipality: 'Vastaukset kunnittain',
  goalTable: 'Vastaukset tavoitteittain',
  commitmentTable: 'Vastaukset kunnittain ja tavoitteittain',
  otherRegion: 'Muut',
};
