-- A piece as it was delivered: PJ of a PES flow, entry of an archive, or file on its own. An XHL carried by a PES flow has
-- its row here too, since its IdUnique is what links the mandats to the état.
CREATE TABLE piece (
    id INTEGER NOT NULL,
    contenu   INTEGER,            -- null when its content could not be read
    contenant INTEGER,            -- contenu.id of the archive or flow; null when received on its own
    pes       INTEGER,            -- contenu.id of the PES flow that carries it as a PJ
    indice    INTEGER NOT NULL,
    chemin    VARCHAR NOT NULL,
    id_unique VARCHAR, nom VARCHAR NOT NULL, type_pj VARCHAR, description VARCHAR,
    siret     VARCHAR,            -- collectivité: header of the flow, PJ/<siret>/ folder, manifest; null when unknown
    dossier   VARCHAR,
    type_mime VARCHAR NOT NULL, octets BIGINT NOT NULL
);

CREATE TABLE reference_comptable (
    piece INTEGER NOT NULL, rang INTEGER NOT NULL,
    domaine VARCHAR, exercice INTEGER, type_objet VARCHAR, identifiant VARCHAR, complement VARCHAR
);
