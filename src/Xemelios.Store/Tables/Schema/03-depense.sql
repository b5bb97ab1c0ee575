CREATE TABLE flux_pes (
    contenu INTEGER NOT NULL,
    racine VARCHAR NOT NULL, nom_fic VARCHAR, type_fic VARCHAR, date_structure DATE,
    id_post VARCHAR, id_coll VARCHAR, fin_jur VARCHAR, cod_col VARCHAR, cod_bud VARCHAR, libelle_budget VARCHAR
);

CREATE TABLE bordereau (
    id INTEGER NOT NULL, contenu INTEGER NOT NULL, rang INTEGER NOT NULL,
    exercice INTEGER, numero VARCHAR, date_emission DATE, type VARCHAR,
    nombre_pieces INTEGER, montant_ht DECIMAL(14,2), montant_tva DECIMAL(14,2), cumul_annuel DECIMAL(14,2)
);

CREATE TABLE mandat (
    id INTEGER NOT NULL, contenu INTEGER NOT NULL, bordereau INTEGER NOT NULL, rang INTEGER NOT NULL,
    numero VARCHAR, type_piece VARCHAR, nature_piece VARCHAR, objet VARCHAR, service VARCHAR, date_echeance DATE,
    pieces_libres VARCHAR, octet BIGINT, ligne_xml INTEGER
);

CREATE TABLE ligne_de_mandat (
    mandat INTEGER NOT NULL, rang INTEGER NOT NULL, numero VARCHAR,
    nature VARCHAR, fonction VARCHAR, operation VARCHAR,
    montant_ht DECIMAL(14,2), montant_tva DECIMAL(14,2),
    mode_reglement VARCHAR, libelle_virement VARCHAR, tiers_nom VARCHAR, tiers_categorie VARCHAR, tiers_nature_juridique VARCHAR,
    origine_nature VARCHAR, origine_exercice INTEGER, origine_mandat VARCHAR, origine_ligne VARCHAR,   -- RattachPiece
    octet BIGINT, ligne_xml INTEGER
);

CREATE TABLE reference_de_mandat (
    mandat INTEGER NOT NULL, ligne INTEGER,   -- ligne_de_mandat.rang; null for the whole mandat
    rang INTEGER NOT NULL,
    support VARCHAR, id_unique VARCHAR, nom VARCHAR, type_pj VARCHAR
);

CREATE TABLE acquit (
    contenu INTEGER NOT NULL, rang INTEGER NOT NULL,
    domaine VARCHAR, accepte BOOLEAN, numero_bordereau VARCHAR, exercice_bordereau INTEGER, id_unique VARCHAR,
    numeros_de_piece VARCHAR,                 -- comma separated
    code_anomalie VARCHAR, libelle_anomalie VARCHAR
);
