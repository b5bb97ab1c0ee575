CREATE TABLE employeur (
    id    INTEGER NOT NULL,
    siret VARCHAR NOT NULL        -- as in the file, trimmed; '' when it gives none
);

-- Low-cardinality words become small keys, per employer (architecture page, "The data folder").
CREATE TABLE mot (
    id        INTEGER  NOT NULL,
    employeur INTEGER  NOT NULL,
    sorte     UTINYINT NOT NULL,  -- 1 statut, 2 emploi, 3 grade, 4 service, 5 caisse
    texte     VARCHAR  NOT NULL
);

CREATE TABLE rubrique (
    id        INTEGER  NOT NULL,
    employeur INTEGER  NOT NULL,
    categorie UTINYINT NOT NULL,  -- CategorieDeLigne
    code      VARCHAR,
    libelle   VARCHAR,
    element   VARCHAR             -- element name when the category is unknown
);

-- One XHL. An état de paye is the set of the volumes of one (employeur, budget, periode, train).
CREATE TABLE volume (
    contenu        INTEGER  NOT NULL,
    employeur      INTEGER  NOT NULL,
    periode        INTEGER  NOT NULL,  -- AAAAMM
    budget         VARCHAR  NOT NULL,  -- key of the budget (no space, upper case); '' without budget
    train          VARCHAR  NOT NULL,  -- '' without train
    budget_code    VARCHAR,
    budget_libelle VARCHAR,
    nom            VARCHAR  NOT NULL,  -- file name at import
    numero         INTEGER,            -- volume number, from the file name
    entete_seul    BOOLEAN  NOT NULL,  -- a header that carries pieces, without any bulletin
    id_version     VARCHAR,
    encodage       VARCHAR  NOT NULL,
    employeur_nom  VARCHAR,
    ape            VARCHAR,
    urssaf         VARCHAR,
    adr_type VARCHAR, adr1 VARCHAR, adr2 VARCHAR, adr3 VARCHAR, cp VARCHAR, ville VARCHAR,
    residence VARCHAR, pays VARCHAR, adr_date DATE,
    bulletins      INTEGER  NOT NULL,
    lignes         INTEGER  NOT NULL,
    agents         INTEGER  NOT NULL,  -- distinct matricules
    brut           DECIMAL(38,2) NOT NULL, net DECIMAL(38,2) NOT NULL, net_a_payer DECIMAL(38,2) NOT NULL,   -- sums over the bulletins
    remplace_par   INTEGER             -- contenu.id of the file that took its place: its rows are gone, its original stays
);

CREATE TABLE etablissement (
    contenu INTEGER NOT NULL, rang INTEGER NOT NULL,
    nom VARCHAR, urssaf VARCHAR, siret VARCHAR,
    adr_type VARCHAR, adr1 VARCHAR, adr2 VARCHAR, adr3 VARCHAR, cp VARCHAR, ville VARCHAR,
    residence VARCHAR, pays VARCHAR, adr_date DATE
);

-- One row for each distinct description of an agent by his employer's files: what changes little from month to month is written
-- once. Given in order of arrival, so that the bulletins of a month point to keys that grow.
CREATE TABLE agent (
    id        INTEGER NOT NULL,
    employeur INTEGER NOT NULL,
    empreinte1 BIGINT NOT NULL, empreinte2 BIGINT NOT NULL,   -- first 128 bits of the SHA-256 of all that follows
    civilite VARCHAR, nom VARCHAR, complement_nom VARCHAR, prenom VARCHAR, matricule VARCHAR, nir VARCHAR,
    adr_type VARCHAR, adr1 VARCHAR, adr2 VARCHAR, adr3 VARCHAR, cp VARCHAR, ville VARCHAR,
    residence VARCHAR, pays VARCHAR, adr_date DATE,
    enfants INTEGER,
    statut INTEGER, emploi INTEGER, grade INTEGER, service INTEGER,   -- mot.id
    ref_statutaire_code VARCHAR, ref_statutaire_libelle VARCHAR,
    echelon VARCHAR, indice INTEGER, indice_texte VARCHAR,
    compte_pays VARCHAR, compte_banque VARCHAR, code_etablissement VARCHAR, code_guichet VARCHAR, numero_compte VARCHAR,
    cle_rib VARCHAR, bic VARCHAR, iban VARCHAR, libelle_banque VARCHAR, titulaire VARCHAR, compte_date DATE
);

-- One PayeIndivMensuel without its agent: view bulletin brings both together.
CREATE TABLE paye_individuelle (
    id        INTEGER NOT NULL,
    contenu   INTEGER NOT NULL,
    ordre     INTEGER NOT NULL,        -- rank in the file, from 1
    employeur INTEGER NOT NULL,
    periode   INTEGER NOT NULL,
    etablissement INTEGER,
    octet     BIGINT, ligne_xml INTEGER,
    agent     INTEGER NOT NULL,        -- agent.id
    nbi DECIMAL(18,4),                 -- sum of the NBI; table nbi has each
    quotite DECIMAL(18,4),
    a_remuneration BOOLEAN NOT NULL,
    heures_total DECIMAL(18,4), taux_horaire DECIMAL(18,4), heures_sup DECIMAL(18,4),
    brut DECIMAL(14,2), net DECIMAL(14,2), net_a_payer DECIMAL(14,2), date_paiement DATE,
    imposable DECIMAL(14,2), cumul_imposable DECIMAL(14,2), cumul_brut DECIMAL(14,2), cumul_base_ss DECIMAL(14,2),
    brut_lignes DECIMAL(14,2),         -- sum of the gross lines; stands for brut where the file gives none
    traitement  DECIMAL(14,2)          -- sum of the lines of category 1; null without any
);

CREATE TABLE nbi (bulletin INTEGER NOT NULL, rang INTEGER NOT NULL, valeur DECIMAL(18,4) NOT NULL);
CREATE TABLE periode_de_paye (bulletin INTEGER NOT NULL, rang INTEGER NOT NULL, debut DATE, fin DATE);
CREATE TABLE evenement (bulletin INTEGER NOT NULL, rang INTEGER NOT NULL, code VARCHAR, description VARCHAR);
CREATE TABLE repartition_budget (bulletin INTEGER NOT NULL, rang INTEGER NOT NULL, code_budget VARCHAR, taux DECIMAL(18,4), montant DECIMAL(14,2));
CREATE TABLE donnee_brute (bulletin INTEGER NOT NULL, rang INTEGER NOT NULL, chemin VARCHAR NOT NULL, texte VARCHAR NOT NULL);
CREATE TABLE reference_de_bulletin (
    bulletin INTEGER NOT NULL, rang INTEGER NOT NULL,
    employeur INTEGER NOT NULL, periode INTEGER NOT NULL,
    support VARCHAR, id_unique VARCHAR, nom VARCHAR
);

-- All that a line repeats from one agent to the next, written once: two million lines of a large file are a thousand of these.
CREATE TABLE modele_de_ligne (
    id        INTEGER NOT NULL,
    employeur INTEGER NOT NULL,
    rubrique  INTEGER NOT NULL,
    caisse    INTEGER,                 -- mot.id
    taux      DECIMAL(18,4),           -- null when each line has its own: see ligne.taux
    debut DATE, fin DATE,
    ordre BIGINT, ordre_texte VARCHAR  -- text only when the number does not say it all
);

-- Its place in the file is not kept: it is found again from that of its bulletin, when it is asked for.
CREATE TABLE ligne (
    contenu   INTEGER NOT NULL,
    bulletin  INTEGER NOT NULL,        -- bulletin.id
    position  INTEGER NOT NULL,        -- rank in the bulletin, document order, from 1
    modele    INTEGER NOT NULL,        -- modele_de_ligne.id
    base DECIMAL(18,4),
    taux DECIMAL(18,4),                -- only when the model has none
    unites DECIMAL(18,4),
    montant DECIMAL(14,2)              -- as written: see view convention for its sign
);

-- The lines of a file summed by rubrique and by statut of the agent: what signs and natures are decided on, so that the sums of an
-- état are those of a few hundred rows. It says what the file says: signs and natures, which depend on other files, stay in views.
CREATE TABLE total_de_rubrique (
    contenu    INTEGER NOT NULL,
    rubrique   INTEGER NOT NULL,
    statut     INTEGER,                 -- mot.id; null without statut
    lignes     INTEGER NOT NULL,
    non_nulles INTEGER NOT NULL,        -- with an amount other than zero
    montant    DECIMAL(38,2) NOT NULL   -- as written
);

CREATE TABLE nomenclature (
    contenu INTEGER NOT NULL, sorte UTINYINT NOT NULL, rang INTEGER NOT NULL,
    code VARCHAR, libelle VARCHAR, caisse VARCHAR, nature_employeur VARCHAR, nature_salarie VARCHAR
);
CREATE TABLE description_de_nomenclature (contenu INTEGER NOT NULL, sorte UTINYINT NOT NULL, description VARCHAR);

CREATE TABLE repartition (
    contenu INTEGER NOT NULL, rang INTEGER NOT NULL,
    libelle VARCHAR, code VARCHAR, fonction VARCHAR, budget VARCHAR, montant DECIMAL(14,2), octet BIGINT, ligne_xml INTEGER
);

-- What is needed to decide the sign of each category of a file (format page §7.3).
CREATE TABLE signes (contenu INTEGER NOT NULL, categorie UTINYINT NOT NULL, positifs INTEGER NOT NULL, negatifs INTEGER NOT NULL);
-- On how many bulletins net = G - d·Deduction - r·Retenue holds, for each pair of signs (d, r).
CREATE TABLE identite_du_net (contenu INTEGER NOT NULL, signe_deduction SMALLINT NOT NULL, signe_retenue SMALLINT NOT NULL, bulletins INTEGER NOT NULL);

-- The employer's own table de passage (catégorie, code, statut -> nature), used where the nomenclature names no nature.
CREATE TABLE passage (
    contenu INTEGER NOT NULL, rang INTEGER NOT NULL,
    siret VARCHAR NOT NULL,            -- '' for every employer of the folder
    categorie UTINYINT NOT NULL, code VARCHAR NOT NULL,
    statut VARCHAR,                    -- null for every statut
    nature_salariale VARCHAR, nature_patronale VARCHAR,
    debut INTEGER NOT NULL, fin INTEGER NOT NULL   -- AAAAMM, both included
);
