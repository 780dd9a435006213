package fi.sovittu.simulator;

/** What the people of a hall share. */
record Hall(Meeting meeting, ApiClient api, BridgeClient bridge, Timers timers, Counts counts) {}
