package org.kedang.archive;

/** Whether work on a dossier still goes on, or it is complete, checked and registered. */
public enum DossierState {
    TEMPORARY,
    FORMAL
}
