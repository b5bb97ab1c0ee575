-- A piece as it was delivered: PJ of a PES flow, entry of an archive, or file on its own. An XHL carried by a PES flow has
-- its row here too, since its IdUnique is what links the mandats to the état.
CREATE TABLE piece (
    id INTEGER NOT NULL,
    contenu   INTEGER,            -- null when its content could not be read
    contenant INTEGER,            -- contenu.id of the archive or flow; null when received on its own
    pes       INTEGER,            -- contenu.id of the PES flow that carries it as a PJ
    indice    INTEGER NOT NULL,
    chemin    VARCHAR NOT NULL,
    entree    VARCHAR,            -- path inside the archive, by which a manifest names it
    id_unique VARCHAR, nom VARCHAR NOT NULL, type_pj VARCHAR, description VARCHAR,
    siret     VARCHAR,            -- collectivité: header of the flow, PJ/<siret>/ folder, manifest; null when unknown
    dossier   VARCHAR,
    type_mime VARCHAR NOT NULL, octets BIGINT NOT NULL
);

CREATE TABLE reference_comptable (
    piece INTEGER NOT NULL, rang INTEGER NOT NULL,
    domaine VARCHAR, exercice INTEGER, type_objet VARCHAR, identifiant VARCHAR, complement VARCHAR
);

-- What a manifest says of the entries of its archive and of the archives beside it (format page §12.4).
CREATE TABLE manifeste (
    contenu INTEGER NOT NULL, rang INTEGER NOT NULL,   -- the archive that holds the manifest
    fichier VARCHAR NOT NULL,                          -- name of the zip that holds the document
    entree  VARCHAR NOT NULL,                          -- path of the document in that zip
    type VARCHAR, siret VARCHAR, id_unique VARCHAR, nom_origine VARCHAR
);
