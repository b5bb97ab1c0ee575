namespace Xemelios.Import.Xhl;

/// <summary>The elements of the format, by local name. The first twelve are the categories of lines, with their numbers.</summary>
internal enum Balise : byte
{
    Inconnue = 0,
    TraitBrut = 1, IndemResid, SupFam, AvantageNature, Indemnite, RemDivers, Deduction, Acompte, Rappel, Retenue, Cotisation, Commentaire,
    Libelle, Code, Base, Taux, NbUnite, Mt, PeriodeRef, CodeCaisse, Ordre, DateDebut, DateFin,
    DocumentPaye, IdVer, Annee, Mois, Train, Budget, Employeur, DonneesIndiv, Nomenclatures, RepartitionParNature,
    Etablissement, PayeIndivMensuel, APE, NumUrssaf, Siret,
    Agent, Civilite, Nom, ComplNom, Prenom, Matricule, NIR, Adresse, NbEnfants, Statut, RefNomenStatutaire, EmploiMetier, Grade,
    Echelon, Indice, CptBancaire,
    TypAdr, Adr1, Adr2, Adr3, CP, Ville, CodRes, CodPays, DteAdr,
    IdPayInt, IdBancInt, CodeEtab, CodeGuic, IdCpte, CleRib, BIC, IBAN, LibBanc, TitCpte, DteBanc,
    Evenement, Description, Service, NBI, QuotiteTrav, Periode, Remuneration, NbHeureTotal, TauxHor, NbHeureSup,
    MtBrut, MtNet, MtNetAPayer, DatePaiement, MtImposable, CumulMtImposable, CumulMtBrut, CumulBaseSS,
    RepartitionBudget, CodeBudget, PJRef, Support, IdUnique, NomPJ,
    NomenclatureEvtPaye, NomenclatureRubriquePaye, NomenclatureCaisse, NomenclatureBudget, NomenclatureNature, NomenclatureStatut,
    NomenclatureTrain, Correspondance, CodeNatureEmp, CodeNatureSal, Repartition, CodeFonction,
}
