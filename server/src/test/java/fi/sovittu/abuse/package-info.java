/**
 * What the service must withstand: broken frames, forged claims, floods, slow and hostile clients.
 */
package fi.sovittu.abuse;
