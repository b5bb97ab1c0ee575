-- A content is known once by its fingerprint, however often and under whatever names it arrives.
CREATE TABLE contenu (
    id        INTEGER NOT NULL,   -- given in order of import
    empreinte VARCHAR NOT NULL,   -- SHA-256, 64 hexadecimal digits
    type      VARCHAR NOT NULL,   -- XHL, XHL_ENTETE, PES_DEPENSE, PES_PJ, PES_ALLER, PES_AUTRE, ACQUIT, ARCHIVE, PIECE, PASSAGE; EN_COURS while a container is being read
    octets    BIGINT  NOT NULL
);

-- A place where a content was found: received on its own, entry of an archive, PJ of a PES flow.
CREATE TABLE livraison (
    contenu   INTEGER NOT NULL,
    contenant INTEGER,            -- contenu.id of the container; null when received on its own
    indice    INTEGER NOT NULL,   -- rank in the container, 0 when received on its own
    chemin    VARCHAR NOT NULL,   -- as shown: archive.zip!PJ/21990001200019/arrete.pdf
    nom       VARCHAR NOT NULL,   -- last element of the path
    dossier   VARCHAR,            -- folder in which it was received on its own, as a hint
    octet     BIGINT              -- PJ of a PES flow: byte where its Fichier element starts
);

CREATE TABLE anomalie (
    contenu INTEGER  NOT NULL,
    rang    INTEGER  NOT NULL,
    code    VARCHAR  NOT NULL,
    gravite UTINYINT NOT NULL,    -- 0 information, 1 avertissement, 2 erreur
    message VARCHAR  NOT NULL,
    octet   BIGINT,
    ligne   INTEGER
);
