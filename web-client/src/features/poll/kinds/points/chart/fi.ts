export default {
  pointsMean: 'Pisteitä keskimäärin',
  pointsTotal: 'Pisteitä yhteensä',
  pointsTable: 'Sadan pisteen jako vaihtoehdoittain',
};
