/** Real processes with faults, a record of what was told to whom, and a checker of what is kept. */
package fi.sovittu.fault;
