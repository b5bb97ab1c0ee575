namespace Xemelios.Checks.Parametres;

/// <summary>The short names by which rules call the parameters, and where the base keeps each: its key, and the bracket of a scale.</summary>
internal static class NomsDesParametres
{
    private const string Fonction = "remuneration_dans_fonction_publique/";
    private const string Public = "cotisations_secteur_public/";
    private const string Csg = "contributions_sociales/csg/activite/";
    private const string Ircantec = Public + "ircantec/taux_cotisations_appeles/";

    public static IReadOnlyDictionary<string, (string Cle, int Tranche)> Tous { get; } = new Dictionary<string, (string, int)>(StringComparer.Ordinal)
    {
        ["point"] = (Fonction + "indicefp/point_indice_en_euros", 0),
        ["im_min"] = (Fonction + "indice_majore_minimal", 0),
        ["ir_plancher"] = (Fonction + "indemnite_residence/min", 0),
        ["ir_zone1"] = (Fonction + "indemnite_residence/taux/zone1", 0),
        ["ir_zone2"] = (Fonction + "indemnite_residence/taux/zone2", 0),
        ["ir_zone3"] = (Fonction + "indemnite_residence/taux/zone3", 0),
        ["sft_plancher"] = (Fonction + "sft/im_plancher", 0),
        ["sft_plafond"] = (Fonction + "sft/im_plafond", 0),
        ["sft_fixe1"] = (Fonction + "sft/part_fixe/un_enfant", 0),
        ["sft_fixe2"] = (Fonction + "sft/part_fixe/deux_enfants", 0),
        ["sft_fixe_plus"] = (Fonction + "sft/part_fixe/enfant_supplementaire", 0),
        ["sft_part2"] = (Fonction + "sft/part_proportionnelle/deux_enfants", 0),
        ["sft_part3"] = (Fonction + "sft/part_proportionnelle/trois_enfants", 0),
        ["sft_part_plus"] = (Fonction + "sft/part_proportionnelle/enfant_supplementaire", 0),
        ["smic_heure"] = ("salaire_minimum/smic/smic_b_horaire", 0),
        ["smic_mois"] = ("salaire_minimum/smic/smic_b_mensuel", 0),
        ["heures_mois"] = ("salaire_minimum/smic/nb_heures_travail_mensuel", 0),
        ["plafond_ss"] = ("pss/plafond_securite_sociale_mensuel", 0),
        ["csg"] = (Csg + "taux_global", 0),
        ["csg_deductible"] = (Csg + "deductible", 0),
        ["csg_imposable"] = (Csg + "imposable", 0),
        ["csg_abattement"] = (Csg + "abattement", 0),
        ["crds"] = ("contributions_sociales/crds", 0),
        ["cnracl_agent"] = (Public + "cnracl/salarie/cnracl_s_ti", 0),
        ["cnracl_agent_nbi"] = (Public + "cnracl/salarie/cnracl_s_nbi", 0),
        ["cnracl_employeur"] = (Public + "cnracl/employeur/cnracl", 0),
        ["atiacl"] = (Public + "cnracl/employeur/atiacl", 0),
        ["feh"] = (Public + "cnracl/employeur/hospitaliere/feh", 0),
        ["fccpa"] = (Public + "cnracl/employeur/territoriale/fcppa", 0),
        ["ircantec_agent_a"] = (Ircantec + "salarie/ircantec", 0),
        ["ircantec_agent_b"] = (Ircantec + "salarie/ircantec", 1),
        ["ircantec_employeur_a"] = (Ircantec + "employeur/ircantec", 0),
        ["ircantec_employeur_b"] = (Ircantec + "employeur/ircantec", 1),
        ["rafp_agent"] = (Public + "rafp/salarie/rafp", 0),
        ["rafp_employeur"] = (Public + "rafp/employeur/rafp", 0),
        ["rafp_part"] = (Public + "rafp/rafp_plaf_assiette", 0),
        ["maladie_employeur"] = (Public + "mmid/colloc/tout_traitement/employeur/maladie", 0),
        ["maladie_agent"] = (Public + "mmid/colloc/tout_traitement/salarie/maladie", 0),
        ["solidarite"] = (Public + "fds/salarie/solidarite", 0),
    };
}
